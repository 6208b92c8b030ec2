# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Being written."""

from __future__ import annotations

from typing import Final

from ..records.projects import Project
from ..records.register import Register
from .derivation import Derivation

OF_PROJECT: Final[tuple[Derivation[Project], ...]] = ()
OF_PARTNERSHIP: Final[tuple[Derivation[Register], ...]] = ()
