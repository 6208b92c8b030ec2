# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Run the tests from the top folder of the repository."""

collect_ignore = ["docs/conf.py"]  # settings of Sphinx, which the tests do without
