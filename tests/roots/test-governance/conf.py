# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project with the documentation of a partnership in it; the tests put the files of the partnership beside it."""

extensions = ["kennisstad_core.sphinxext"]
exclude_patterns = ["_build", "partnership"]
governance_path = "partnership"
language = "en"
html_theme = "basic"
html_last_updated_fmt = None
html_copy_source = False
