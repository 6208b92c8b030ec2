# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same in MyST and in Dutch."""

extensions = ["kennisstad_core.sphinxext", "myst_parser"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build", "partnership"]
governance_path = "partnership"
governance_on = "2025-12-31"
language = "nl"
html_theme = "basic"
html_copy_source = False
