# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Being written."""

from __future__ import annotations

from typing import Final

from ..records.register import Register
from .derivation import Derivation

OF_BODY: Final[tuple[Derivation[str], ...]] = ()
OF_PARTNERSHIP: Final[tuple[Derivation[Register], ...]] = ()
