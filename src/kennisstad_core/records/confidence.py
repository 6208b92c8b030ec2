# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which records tell something that was said in confidence, and what they go by instead (A35)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .alignment import Visibility
from .register import Register

IN_CONFIDENCE: Final = "in confidence"
"""What stands in the id of whatever was told in confidence, in place of an id that may say what it says."""


def withheld(register: Register) -> Mapping[str, str]:
    """The ids of confidential interests, of the answers to them and of their translations, each with its number."""
    own_to_all = (one for one in register.interests if one.visibility is Visibility.CONFIDENTIAL)
    found = {one.record: f"{IN_CONFIDENCE}/interest-{at}" for at, one in enumerate(own_to_all, start=1)}
    for project in register.projects:
        number = 0
        for one in project.interests:
            if one.visibility is Visibility.CONFIDENTIAL:
                number += 1
                name = f"{project.id}/{IN_CONFIDENCE}/interest-{number}"
                own = {one.record, one.id} - {""}
                found |= dict.fromkeys(own, name)
                for response in project.responses:
                    if response.interest in own:
                        found[response.record] = f"{name}/response"
                for translation in project.translations:
                    if translation.interest in own:
                        found[translation.record] = f"{name}/translation"
    return found
