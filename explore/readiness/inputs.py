from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from explore.readiness.judging import Asked
from explore.readiness.ladder import ReadinessRung
from explore.readiness.ways import ReadinessWay

DOLLARS = "USD"


@dataclass(frozen=True, slots=True)
class Inputs:
    """`costs` and `earns` in US dollars; keys are ways' keys and rungs' positions."""

    costs: Mapping[str, Decimal] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    earns: Mapping[int, Decimal] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.costs or self.months or self.earns)

    def into(self, asked: Asked) -> Asked:
        if not self:
            return asked
        rungs = tuple(map(self._rung, asked.rungs))
        target = next((rung for rung in rungs if asked.target and rung.position == asked.target.position), None)
        return replace(asked, rungs=rungs, target=target, ways=tuple(map(self._way, asked.ways)))

    def elsewhere(self, asked: Asked) -> Iterator[str]:
        ways, positions = {way.key for way in asked.ways}, {rung.position for rung in asked.rungs}
        yield from (f"cost[{key}]" for key in sorted(self.costs.keys() - ways))
        yield from (f"months[{key}]" for key in sorted(self.months.keys() - ways))
        yield from (f"earns[{position}]" for position in sorted(self.earns.keys() - positions))

    def _rung(self, rung: ReadinessRung) -> ReadinessRung:
        pay = self.earns.get(rung.position)
        return rung if pay is None else replace(rung, pay=pay, currency=DOLLARS, is_own=True)

    def _way(self, way: ReadinessWay) -> ReadinessWay:
        cost, months = self.costs.get(way.key), self.months.get(way.key)
        if cost is not None:
            way = replace(way, cost_low=cost, cost_high=cost, currency=DOLLARS, is_open_ended=False, is_own_cost=True)
        if months is not None:
            way = replace(way, months_min=months, months_max=months, is_own_length=True)
        return way
