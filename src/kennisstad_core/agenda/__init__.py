# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""The next agenda of a body, under the sections of its charter: what is new, what does not go well, what to join.

Everything on it comes from the register as known on the day of the meeting. What was deferred stays away until its
day, what was dropped stays away, and both keep their reason. Nothing confidential is ever looked at.
"""

from .building import next_agenda
from .points import ROW_COLUMNS, Agenda, Candidate, Ground, NoAgenda, Point, Reason, Section

__all__ = [
    "ROW_COLUMNS",
    "Agenda",
    "Candidate",
    "Ground",
    "NoAgenda",
    "Point",
    "Reason",
    "Section",
    "next_agenda",
]
