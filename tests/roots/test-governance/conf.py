# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project with the documentation of a partnership in it; the tests put the files of the partnership beside it."""

from datetime import date

extensions = ["kennisstad_core.sphinxext"]
exclude_patterns = ["_build", "partnership"]
governance_path = "partnership"
governance_on = date(2025, 12, 31)
language = "en"
html_theme = "basic"
html_copy_source = False
