"""The four questions at the head of a guide: how much, how long, how it grows, how sure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from careers.models import OccupationMatch
from explore.guide import Guide, Record
from facts.figure import Figure
from facts.models import Statement
from pages.annotations import Sign

RUNGS = 10  # of the little ladder that shows how sure


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A question with the figure that answers it first, and what guides claim; `figure` is None where nothing does.

    The newest official figure comes first: that of the group the career is counted in.
    """

    ask: str
    figure: Figure | None
    silence: str
    note: str = ""
    sign: Sign | None = None
    subject: bool = False
    claims: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Certainty:
    """How the figures about a career hold up, each counted under everything that is true of it.

    `unopposed` say when and meet no objection; `rungs` divides them into those that hold, those that do not, and those
    of which nothing is known.
    """

    total: int = 0
    contradicted: int = 0
    disputed: int = 0
    agreed: int = 0
    undated: int = 0
    unopposed: int = 0
    holding: int = 0
    opposed: int = 0

    @property
    def rungs(self) -> list[str]:
        """The same as a ladder of ten rungs: "ok", "no", "unknown", in proportion, none hidden by rounding."""
        unknown = self.total - self.holding - self.opposed
        counts = (("ok", self.holding), ("no", self.opposed), ("unknown", unknown))
        shares = {kind: max(1, round(RUNGS * count / self.total)) for kind, count in counts if count}
        while sum(shares.values()) > RUNGS:
            shares[max(shares, key=lambda kind: shares[kind])] -= 1
        return [kind for kind, share in shares.items() for _ in range(share)]


def key_facts(guide: Guide) -> list[KeyFact]:
    """How much, how long and how it grows: the newest official figure, then what a guide claims."""
    return [_how_much(guide), _how_long(guide), _how_it_grows(guide)]


def certainty(
    figures: Iterable[Figure], disputed: Collection[str] = (), verdicts: Mapping[str, Sign] | None = None
) -> Certainty:
    """Count `figures` by what the record and other figures make of them, and by whether they say when.

    `disputed` holds addresses of figures that another figure answers differently.
    """
    standings = [_standing(figure, disputed, verdicts or {}) for figure in figures]
    return Certainty(total=len(standings), **Counter(name for standing in standings for name in standing))


def _standing(figure, disputed, verdicts) -> set[str]:
    """Everything that is true of the figure, by the names of `Certainty`."""
    verdict = verdicts.get(figure.address)
    is_dated = figure.period.is_stated
    found = set() if is_dated else {"undated"}
    if verdict and verdict.is_against:
        found.add("contradicted")
    if figure.address in disputed:
        found.add("disputed")
    if found & {"contradicted", "disputed"}:
        return {*found, "opposed"}
    if verdict and verdict.kind == "agrees":
        return {*found, "agreed", "holding"}
    return {"unopposed", "holding"} if is_dated else found


def _how_much(guide) -> KeyFact:
    rows = [row for row in _trusted(guide.salaries_at_home) if not (row.population or row.industry)]
    claim = _first(rows or _trusted(guide.salaries))
    return _official_first("How much", "No guide here gives pay.", claim, _newest(guide, _pay_of))


def _how_long(guide) -> KeyFact:
    ask, silence = "How long", "No guide here says how long it takes."
    figure = _first(_trusted(guide.by_kind["times-to-entry"])) or _first(_trusted(guide.paths))
    return KeyFact(ask, figure, silence)


def _how_it_grows(guide) -> KeyFact:
    grown = ((row, row.figure("growth_percent")) for row in _trusted(guide.outlooks))
    claim = next((figure for _, figure in grown if figure), None)
    return _official_first("How it grows", "No guide here says how it grows.", claim, _newest(guide, _growth_of))


def _official_first(ask, silence, claim, official) -> KeyFact:
    if official is None:
        return KeyFact(ask, claim, silence, note=claim.wording if claim else "")
    record, figure = official
    return KeyFact(ask, figure, silence, sign=_wider(record.match), subject=True, claims=(claim,) if claim else ())


def _newest(guide, read) -> tuple[Record, Figure] | None:
    """The newest official figure of the first group that the career is counted in and that has one."""
    counted = ((record, read(record)) for record in guide.records if record.match.is_counted)
    return next(((record, figure) for record, figure in counted if figure), None)


def _pay_of(record: Record) -> Figure | None:
    return record.latest_wage.headline() if record.latest_wage else None


def _growth_of(record: Record) -> Figure | None:
    return record.latest_outlook.figure("growth_percent") if record.latest_outlook else None


def _wider(match: OccupationMatch) -> Sign:
    code, page = match.occupation.code, match.occupation.get_absolute_url()
    if match.match == OccupationMatch.Match.EXACT:
        return Sign("agrees", "The record", f"of {code}, which counts the same jobs.", page)
    return Sign("wider", "Not this title alone.", f"It counts everyone under {code}.", page)


def _trusted(rows) -> list:
    kept = [row for row in rows if row.rank != Statement.Rank.DEPRECATED]
    return sorted(kept, key=lambda row: row.rank != Statement.Rank.PREFERRED)


def _first(rows) -> Figure | None:
    return next((figure for row in rows for figure in row.figures() if not figure.is_missing), None)
