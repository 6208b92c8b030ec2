# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of a partnership's documentation: typed documents, one function each, in Dutch and English."""

from .archive import Archive, NothingRecorded, open_archive
from .catalogue import PAGES, Group, Page

__all__ = ["PAGES", "Archive", "Group", "NothingRecorded", "Page", "open_archive"]
