"""Questions that a list answers: "highest paying jobs", "jobs without a degree over $60k". Pure: no database."""

import re
from collections.abc import Callable, Iterator

HOURS_A_YEAR, WEEKS_A_YEAR, MONTHS_A_YEAR = 2_080, 52, 12
HIGHEST_HOURLY = 500
"""A number of dollars up to which it can only be for an hour."""

Params = dict[str, str]
"""Parameters of the list of jobs."""

BELOW_ASSOCIATE = "none,high-school,some-college,certificate"
BELOW_BACHELOR = f"{BELOW_ASSOCIATE},associate"
DEGREES = (
    (r"high[ -]school(?: diploma)?|ged|diploma", "none,high-school"),
    (r"certificates?|certification", "certificate"),
    (r"associate['’]?s?|two[ -]year", "associate"),
    (r"bachelor['’]?s?|four[ -]year|4[ -]year|undergraduate", "bachelor"),
    (r"master['’]?s?|graduate", "master"),
    (r"doctora(?:l|te)|ph\.?d|professional", "doctoral"),
)
_NOT = r"(?:don['’]?t|do not|doesn['’]?t|does not)"
_NO = rf"(?:with ?out|with no|no|not? (?:need|needing|requir(?:e|ing))|{_NOT} (?:need|require))"
_NEED = r"(?:with|need(?:ing)?|requir(?:e|es|ing)|for)"
_MONEY = (
    r"(?:usd ?|\$ ?)?(?P<number>\d[\d,]*(?:\.\d+)?) ?(?P<k>k|thousand)?\b ?(?:dollars|usd)?"
    r"(?: ?(?:per|an?|/|each) ?(?P<per>year|hour|hr|month|week))?"
)
_PAYS = r"(?:pay(?:s|ing)?|mak(?:e|es|ing)|earn(?:s|ing)?|starting at)"
_LEAST = rf"(?:that |which )?(?:over|above|more than|at least|from|>=?|of|{_PAYS})"
_MOST = r"(?:under|below|less than|at most|up to|max(?:imum)?|<=?)"
_HIGHEST = r"(?:the )?(?:highest|best|top|well|high|good|most)"
_PAID = r"(?:paying|paid|pay|salar(?:y|ies))"
_WELL = r"pay(?:s|ing)? (?:the most|well)|(?:make|earn)(?:s|ing)? (?:the most|good|a lot of) money|most money"
_GROWING = r"(?:the )?(?:fast(?:est)?|quick(?:est)?)?[ -]?growing(?: the )?(?:fastest)?"


def _amount(found: re.Match) -> str:
    """Dollars a year."""
    number = float(found["number"].replace(",", "")) * (1000 if found["k"] else 1)
    per = found["per"] or ("hour" if number < HIGHEST_HOURLY else "year")
    times = {"hour": HOURS_A_YEAR, "hr": HOURS_A_YEAR, "week": WEEKS_A_YEAR, "month": MONTHS_A_YEAR, "year": 1}[per]
    return str(round(number * times))


def _fixed(**params: str) -> Callable[[re.Match], Params]:
    return lambda found: params


def _degree_patterns() -> Iterator[tuple[str, Callable[[re.Match], Params]]]:
    yield (
        rf"{_NO} (?:an? |any )?(?:college |university )?(?:degrees?|college|university)(?: education)?",
        _fixed(education=BELOW_ASSOCIATE),
    )
    yield rf"{_NO} (?:an? )?(?:bachelor['’]?s?|four[ -]year|4[ -]year)(?: degree)?", _fixed(education=BELOW_BACHELOR)
    for words, levels in DEGREES:
        yield rf"{_NEED} (?:only |just )?(?:an? )?(?:{words})(?: degree)?", _fixed(education=levels)
        yield rf"(?:{words}) degree", _fixed(education=levels)


PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match], Params]], ...] = tuple(
    (re.compile(rf"(?<![\w$])(?:{pattern})(?!\w)", re.IGNORECASE), params)
    for pattern, params in (
        *_degree_patterns(),
        (rf"(?:{_LEAST} )?(?:six|6)[ -]figures?(?: salary)?", _fixed(median_min="100000")),
        (rf"{_MOST} {_MONEY}", lambda found: {"median_max": _amount(found)}),
        (rf"(?:{_LEAST} )*{_MONEY}(?: or more| and up|\+)?", lambda found: {"median_min": _amount(found)}),
        (rf"{_HIGHEST}[ -]{_PAID}|{_WELL}", _fixed(ordering="-median")),
        (rf"(?:the )?(?:lowest|worst|low)[ -]{_PAID}", _fixed(ordering="median")),
        (rf"{_GROWING}|(?:most )?in[ -]demand|of the future", _fixed(ordering="-growth")),
        (r"shrinking|declining|dying|disappearing|going away", _fixed(growth_max="-0.01", ordering="growth")),
        (r"(?:the )?most (?:common|popular)|(?:the )?(?:largest|biggest)", _fixed(ordering="-employment")),
        (r"remote|(?:done |do |work(?:ing)? )?(?:from|at) home|wfh|telework(?:ing)?", _fixed(from_home="true")),
    )
)
NOUN = re.compile(r"\b(?:jobs?|careers?|occupations?|professions?|work|positions?|trades)\b", re.IGNORECASE)
FILLER = frozenset(("a", "all", "an", "and", "any", "are", "at", "be", "best", "can", "could", "did", "do", "does"))
FILLER |= {"find", "for", "from", "get", "good", "has", "have", "i", "in", "is", "list", "me", "my", "need", "needed"}
FILLER |= {"now", "of", "out", "pay", "paying", "people", "per", "require", "show", "some", "that", "the", "there"}
FILLER |= {"to", "today", "top", "we", "what", "which", "who", "with", "year", "you"}


def list_for(text: str) -> Params | None:
    """Parameters of the list that answers a question, or None where it is no such question.

    >>> list_for("jobs without a degree over $60k")
    {'median_min': '60000', 'education': 'none,high-school,some-college,certificate', 'ordering': '-median'}
    """
    if not NOUN.search(text):
        return None
    params: Params = {}
    for pattern, read in PATTERNS:
        if found := pattern.search(text):
            params = {**read(found), **params}
            text = f"{text[: found.start()]} {text[found.end() :]}"
    words = re.findall(r"[\w'’&/-]+", NOUN.sub(" ", text))
    rest = " ".join(word for word in words if word.lower() not in FILLER)
    if not params:
        return None if rest else {}
    if "median_min" in params:
        params.setdefault("ordering", "-median")
    return params | ({"q": rest} if rest else {})
