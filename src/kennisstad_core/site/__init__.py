# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The documentation of a partnership as a folder of web pages in both languages, and as a tagged PDF.

It needs the extra ``site``, and the extra ``pdf`` for the PDF.
"""

from .making import Built, Incomplete, Occupied, build_site

__all__ = ["Built", "Incomplete", "Occupied", "build_site"]
