# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Being written."""

from __future__ import annotations

from typing import Final

from ..records.declarations import Declaration
from ..records.register import Register
from .derivation import Derivation

OF_DECLARATION: Final[tuple[Derivation[Declaration], ...]] = ()
OF_PARTNERSHIP: Final[tuple[Derivation[Register], ...]] = ()
