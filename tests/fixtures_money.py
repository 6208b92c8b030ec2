# SPDX-FileCopyrightText: 2026 The kennisstad_core contributors
# SPDX-License-Identifier: EUPL-1.2
"""An agreement about money in Python, and records under it: what the tests of funding share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import kennisstad_core as kc
from fixtures_charter import FIVE, INVOLVED, JUDGE, PARTNERS, TERM, both
from kennisstad_core.charter import Charter, Clause, Force, Reading
from kennisstad_core.conditions import Compare, Relation
from kennisstad_core.facts import DerivedFact, FactDefinition, Selection, SumFact
from kennisstad_core.values import ALWAYS

YEAR: Final = kc.Period.year(2025)
DAY: Final = date(2025, 2, 3)
LISTS: Final = ("contributions", "expenditures", "budgets")
CASH, IN_KIND = kc.Form.CASH, kc.Form.IN_KIND
CORE, PROJECT = kc.Purpose.CORE, kc.Purpose.PROJECT


def euro(amount: str | int) -> kc.Money:
    return kc.Money.parse(amount)


def _fact(name: str, derive: str, subject: str = "partnership", **told: Any) -> DerivedFact:
    return DerivedFact(name, both(name, name), derive, subject=subject, **told)


FACTS: Final[tuple[FactDefinition, ...]] = (
    _fact("lacking", "members_without_core_contribution"),
    _fact("lacking_cash", "members_without_core_contribution", where=Selection(form=["cash"])),
    _fact("lacking_90", "members_without_core_contribution", days=90),
    _fact("outsiders", "core_contributors_not_members"),
    _fact("commingled", "commingled_entries"),
    _fact("overspent", "overspent_budgets"),
    _fact("overspent_5", "overspent_budgets", tolerance=kc.Share.parse("5%")),
    _fact("silent", "participants_without_position", "project", where=Selection(role=INVOLVED)),
    _fact("late_finance", "agreement_not_in_time", "project", agreement="finance"),
    SumFact("cash", both("geld", "cash"), where=Selection(form=["cash"], stage=["committed"])),
    SumFact("all_given", both("alles", "everything"), where=Selection(stage=["committed"])),
)


def clause(name: str, fact: str, subject: Any = "partnership", readings: Iterable[Reading] = ()) -> Clause:
    condition = Compare(fact, Relation.AT_MOST, 0)
    text = both(f"{name}.", f"{name}.")
    return Clause(
        name, both(name, name), text, condition, force=Force.MUST, subject=subject, readings=tuple(readings)
    )


CASH_ONLY: Final = Reading(
    "cash-only", both("alleen geld", "cash only"), Compare("lacking_cash", Relation.AT_MOST, 0)
)
OUTSIDE: Final = Clause(
    "from-outside",
    both("van buiten", "from outside"),
    both("Van buiten.", "From outside."),
    Compare("outsiders", Relation.AT_LEAST, 1),
    force=Force.REMARK,
    subject="partnership",
)


def covenant(memberships: Iterable[kc.Membership] | None = None, period: kc.Period = TERM) -> Charter:
    return Charter(
        "money",
        both("Verbond", "Alliance"),
        both("Verbond", "Alliance"),
        period,
        partners=[PARTNERS[name] for name in FIVE],
        memberships=tuple(kc.Membership(name, TERM) for name in FIVE)
        if memberships is None
        else tuple(memberships),
        facts=FACTS,
        clauses=(
            clause("R-FIN-01", "lacking", readings=[CASH_ONLY]),
            clause("part-year", "lacking_90"),
            OUTSIDE,
            clause("R-FIN-02", "commingled"),
            clause("budgets", "overspent"),
            clause("margin", "overspent_5"),
            clause("R-FIN-03", "silent", "project"),
            clause("R-ALN-02-finance", "late_finance", "project"),
            Clause(
                "enough",
                both("genoeg", "enough"),
                both("Genoeg.", "Enough."),
                Compare("all_given", Relation.AT_LEAST, euro(60_000)),
            ),
            Clause(
                "cash",
                both("geld", "cash"),
                both("Geld.", "Cash."),
                Compare("cash", Relation.AT_LEAST, euro(50_000)),
            ),
        ),
    )


def attested(*lists: str, period: kc.Period = ALWAYS) -> tuple[kc.Completeness, ...]:
    return tuple(kc.Completeness(JUDGE, date(2026, 1, 5), of=one, period=period) for one in lists)


def core(who: str, amount: str | int | None, **told: Any) -> kc.Contribution:
    return _given(CORE, "core", who, amount, told)


def gift(who: str, amount: str | int | None, **told: Any) -> kc.Contribution:
    return _given(PROJECT, "gift", who, amount, told)


def _given(
    purpose: kc.Purpose, name: str, who: str, amount: str | int | None, told: dict[str, Any]
) -> kc.Contribution:
    usual: dict[str, Any] = {
        "form": IN_KIND if amount is None else CASH,
        "stage": kc.Stage.COMMITTED,
        "amount": None if amount is None else euro(amount),
        "on": DAY,
        "id": f"{name}-{who}",
    }
    return kc.Contribution(contributor=who, purpose=purpose, **{**usual, **told})


def project(name: str = "p", parties: Iterable[str] = (), **told: Any) -> kc.Project:
    told.setdefault("completeness", attested("participations", "contributions"))
    told.setdefault("participations", [kc.Participation(one, "executing") for one in parties])
    return kc.Project(name, both(f"Werk {name}", f"Work {name}"), kc.Period(date(2025, 1, 1)), **told)


def audited(register: kc.Register, charter: Charter | None = None, **told: Any) -> kc.Report:
    told.setdefault("period", YEAR)
    return kc.audit(covenant() if charter is None else charter, register, **told)


def whole(register: kc.Register, charter: Charter | None = None, **told: Any) -> kc.Assessment:
    return audited(register, charter, **told).assessment("partnership", "partnership")


def names(several: Iterable[kc.Evidence]) -> set[str]:
    return {one.key for one in several}
