"""The four questions at the head of a guide: how much, how long, how it grows, how sure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from careers.models import OccupationMatch
from explore.guide import Guide
from facts.figure import Figure
from facts.models import Statement
from pages.annotations import Sign

RUNGS = 10  # of the little ladder that shows how sure


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A question with the figure that answers it; `figure` is None where no source does."""

    ask: str
    figure: Figure | None
    silence: str
    note: str = ""
    sign: Sign | None = None
    subject: bool = False


@dataclass(frozen=True, slots=True)
class Certainty:
    """How the figures about a career hold up, each counted once, by the first of these that is true of it."""

    contradicted: int = 0
    disputed: int = 0
    agreed: int = 0
    undated: int = 0
    dated: int = 0

    @property
    def total(self) -> int:
        """How many figures there are."""
        return self.contradicted + self.disputed + self.agreed + self.undated + self.dated

    @property
    def rungs(self) -> list[str]:
        """The same as a ladder of ten rungs: "ok", "no", "unknown", in proportion, none hidden by rounding."""
        counts = (
            ("ok", self.agreed + self.dated),
            ("no", self.contradicted + self.disputed),
            ("unknown", self.undated),
        )
        shares = {kind: max(1, round(RUNGS * count / self.total)) for kind, count in counts if count}
        while sum(shares.values()) > RUNGS:
            shares[max(shares, key=lambda kind: shares[kind])] -= 1
        return [kind for kind, share in shares.items() for _ in range(share)]


def key_facts(guide: Guide) -> list[KeyFact]:
    """How much, how long and how it grows: a guide's own figure, or the record's for the wider group."""
    return [_how_much(guide), _how_long(guide), _how_it_grows(guide)]


def certainty(
    figures: Iterable[Figure], disputed: Collection[str] = (), verdicts: Mapping[str, Sign] | None = None
) -> Certainty:
    """Count `figures` by what the record and other figures make of them, and by whether they say when.

    `disputed` holds addresses of figures that another figure answers differently.
    """
    return Certainty(**Counter(_standing(figure, disputed, verdicts or {}) for figure in figures))


def _standing(figure, disputed, verdicts) -> str:
    verdict = verdicts.get(figure.address)
    if verdict and verdict.is_against:
        return "contradicted"
    if figure.address in disputed:
        return "disputed"
    if verdict and verdict.kind == "agrees":
        return "agreed"
    return "dated" if figure.period.is_stated else "undated"


def _how_much(guide) -> KeyFact:
    ask, silence = "How much", "No source here gives pay."
    rows = [row for row in _trusted(guide.salaries_at_home) if not (row.population or row.industry)]
    rows = rows or [row for row in _trusted(guide.salaries) if not row.is_of_a_part]
    if figure := _first(rows):
        return KeyFact(ask, figure, silence)
    return _of_record(guide, ask, silence, lambda record: record.latest_wage, "annual_median")


def _how_long(guide) -> KeyFact:
    ask, silence = "How long", "No source here says how long it takes."
    figure = _first(_trusted(guide.by_kind["times-to-entry"])) or _first(_trusted(guide.paths))
    return KeyFact(ask, figure, silence)


def _how_it_grows(guide) -> KeyFact:
    ask, silence = "How it grows", "No source here says whether it grows."
    for row in _trusted(row for row in guide.outlooks if not row.is_of_a_part):
        if figure := row.figure("growth_percent"):
            return KeyFact(ask, figure, silence, note=row.growth_words)
    return _of_record(guide, ask, silence, lambda record: record.latest_outlook, "growth_percent")


def _of_record(guide, ask, silence, latest, field) -> KeyFact:
    for record in guide.records:
        row = latest(record)
        if row and (figure := row.figure(field)):
            return KeyFact(ask, figure, silence, sign=_wider(record.match), subject=True)
    return KeyFact(ask, None, silence)


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
