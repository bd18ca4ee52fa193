"""A checked claim as JSON, and back. Each figure stands once; sentences are made anew from their arguments."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from inspect import signature
from typing import Any

from careers.models import Occupation, OccupationMatch
from explore import messages
from explore.claim_parts import ClaimPart, PartCheck
from explore.claims import Claim
from explore.fact_check_verdict import FactCheckVerdict
from explore.fact_checks import FactCheck
from explore.figure_document import plain_figure, plain_named, read_figure
from explore.messages import Message
from facts.figure import Figure, Named

TEXTS = ("key", "publisher", "locator", "attributed_to", "quantity", "text", "url")


def write_claim(claim: Claim) -> str:
    figures = _Figures()
    document = {name: getattr(claim, name) for name in TEXTS}
    document |= {
        "subject": plain_named(claim.subject),
        "source": plain_named(claim.source),
        "verdict": claim.verdict.value,
        "figure": figures.number(claim.figure),
        "matches": [_plain_match(match) for match in claim.matches],
        "checks": [_plain_check(check, claim.matches, figures) for check in (*claim.checks, *claim.near)],
        "deciding": None if claim.deciding is None else claim.checks.index(claim.deciding),
        "parts": [] if claim.checks or claim.near else [_plain_part(part, figures) for part in claim.parts],
        "figures": figures.plain,
    }
    return _as_json(document)


def read_claim(text: str) -> Claim:
    document = json.loads(text)
    figures = [read_figure(figure) for figure in document["figures"]]
    matches = [_match(*columns) for columns in document["matches"]]
    figure = _at(figures, document["figure"])
    checks = [_check(plain, figure, matches, figures) for plain in document["checks"]]
    counted = tuple(check for check in checks if check.match.is_counted)
    near = tuple(check for check in checks if not check.match.is_counted)
    deciding = _at(counted, document["deciding"])
    parts = tuple(_part(plain, figures) for plain in document["parts"])
    return Claim(
        **{name: document[name] for name in TEXTS},
        subject=Named(*document["subject"]),
        source=Named(*document["source"]),
        verdict=FactCheckVerdict(document["verdict"]),
        parts=parts or (deciding or near[0]).parts,
        figure=figure,
        deciding=deciding,
        checks=counted,
        near=near,
        matches=matches,
    )


class _Figures:
    """Those of a document, in the order in which they are first named."""

    def __init__(self) -> None:
        self.plain: list[Any] = []
        self._numbers: dict[int, int] = {}

    def number(self, figure: Figure | None) -> int | None:
        if figure is None:
            return None
        if id(figure) not in self._numbers:
            self._numbers[id(figure)] = len(self.plain)
            self.plain.append(plain_figure(figure))
        return self._numbers[id(figure)]


def _at(items: Any, number: int | None) -> Any:
    return None if number is None else items[number]


def _plain_match(match: OccupationMatch) -> list[str]:
    return [match.occupation.scheme, match.occupation.code, match.occupation.title, match.match]


def _match(scheme: str, code: str, title: str, match: str) -> OccupationMatch:
    return OccupationMatch(occupation=Occupation(scheme=scheme, code=code, title=title), match=match)


def _plain_check(check: FactCheck, matches: Any, figures: _Figures) -> dict[str, Any]:
    return {
        "match": matches.index(check.match),
        "verdict": check.verdict.value,
        "parts": [_plain_part(part, figures) for part in check.parts],
        "official": figures.number(check.official),
        "nearest": figures.number(check.nearest),
        "needs": check.needs,
    }


def _check(plain: dict[str, Any], claim: Figure, matches: list[OccupationMatch], figures: list[Figure]) -> FactCheck:
    return FactCheck(
        claim=claim,
        match=matches[plain["match"]],
        verdict=FactCheckVerdict(plain["verdict"]),
        parts=tuple(_part(part, figures) for part in plain["parts"]),
        official=_at(figures, plain["official"]),
        nearest=_at(figures, plain["nearest"]),
        needs=plain["needs"],
    )


def _plain_part(part: PartCheck, figures: _Figures) -> list[Any]:
    args = {name: _plain_argument(value, figures) for name, value in part.message.args.items()}
    return [part.part.value, part.verdict.value, part.message.kind, args]


def _part(plain: list[Any], figures: list[Figure]) -> PartCheck:
    part, verdict, kind, args = plain
    make, names = _message_of(kind)
    message = make(**{name: _argument(args[name], figures) for name in names if name in args})
    return PartCheck(ClaimPart(part), FactCheckVerdict(verdict), message)


@cache
def _message_of(kind: str) -> tuple[Callable[..., Message], list[str]]:
    """Each kind of message is named as the function that makes it; with the names of its arguments."""
    make = getattr(messages, kind)
    return make, list(signature(make).parameters)


def _plain_argument(value: Any, figures: _Figures) -> Any:
    if isinstance(value, Figure):
        return {"figure": figures.number(value)}
    if isinstance(value, Named):
        return {"named": plain_named(value)}
    return list(value) if isinstance(value, tuple) else value


def _argument(value: Any, figures: list[Figure]) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if not isinstance(value, dict):
        return value
    return figures[value["figure"]] if "figure" in value else Named(*value["named"])


def write_figures(figures: Iterable[Figure]) -> str:
    return _as_json([plain_figure(figure) for figure in figures])


def read_figures(text: str) -> tuple[Figure, ...]:
    return tuple(read_figure(figure) for figure in json.loads(text))


def _as_json(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
