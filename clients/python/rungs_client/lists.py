"""Every list and row of the API, typed. Written by generate.py from the schema; not by hand."""

from typing import Any, Literal, NotRequired, TypedDict

from typing_extensions import Unpack

from rungs_client.asking import Asking, part
from rungs_client.rows import Rows
from rungs_client.whole import WholeTable


class SourceName(TypedDict):
    slug: str
    publisher: str
    title: str
    url: str


class Field(TypedDict):
    slug: str
    name: str


class CareerName(TypedDict):
    slug: str
    title: str


class SkillName(TypedDict):
    slug: str
    name: str
    kind: Literal["technical", "soft", "tool"]


class Difference(TypedDict):
    field: str
    name: str
    before: str
    after: str


class CheckedOccupation(TypedDict):
    code: str
    name: str


class Citation(TypedDict):
    text: str
    bibtex: str
    csl: dict[str, Any]


class Named(TypedDict):
    code: str
    name: str


class PartCheck(TypedDict):
    part: Literal["number", "openings", "words", "education", "measure", "window", "industry"]
    verdict: Literal["agrees", "contradicted", "other_vintage", "other_measure", "not_checkable", "near"]
    sentence: str


class Converted(TypedDict):
    currency: str
    low: float | None
    high: float | None


class Correction(TypedDict):
    url: str
    edition: int
    published_at: str
    statement: str
    field: str
    title: str
    career_slug: str
    before: str
    after: str
    kind: Literal["correction", "revision", "removal"]
    reason: str
    cause: str


class OccupationName(TypedDict):
    scheme: str
    code: str
    title: str


class ReleaseName(TypedDict):
    slug: str
    label: str
    period_start: str | None
    period_end: str | None


class Credential(TypedDict):
    slug: str
    url: str
    name: str
    abbreviation: str
    kind: Literal["diploma", "certificate", "degree", "certification", "licence"]
    issuer: str
    rank: int


class CredentialName(TypedDict):
    slug: str
    name: str
    abbreviation: str
    kind: Literal["diploma", "certificate", "degree", "certification", "licence"]


class IndustryName(TypedDict):
    code: str
    name: str


class FigureChange(TypedDict):
    edition: int
    published_at: str
    what: str
    before: str
    after: str


class Hit(TypedDict):
    kind: Literal["career", "occupation"]
    code: str
    scheme: str
    name: str
    url: str
    page: str
    title: str
    stands_as: Literal["name", "other name", "rung", "code"]
    score: float


class Industry(TypedDict):
    code: str
    url: str
    name: str
    scheme: Literal["naics", "guide"]


class JobName(TypedDict):
    title: str
    slug: str
    code: str
    url: str
    page: str


class Zone(TypedDict):
    name: str
    experience: str
    education: str
    training: str
    examples: str
    svp_range: str


class Level(TypedDict):
    position: int
    title: str


class PlaceName(TypedDict):
    code: str
    name: str


class Problem(TypedDict):
    parameter: str | None
    code: str
    message: str


class Ranking(TypedDict):
    source: str
    measure: str
    variant: str
    title: str
    looks_at: str


class School(TypedDict):
    unit_id: int
    url: str
    page: str
    name: str
    city: str
    state: Literal[
        "AL",
        "AK",
        "AZ",
        "AR",
        "CA",
        "CO",
        "CT",
        "DE",
        "DC",
        "FL",
        "GA",
        "HI",
        "ID",
        "IL",
        "IN",
        "IA",
        "KS",
        "KY",
        "LA",
        "ME",
        "MD",
        "MA",
        "MI",
        "MN",
        "MS",
        "MO",
        "MT",
        "NE",
        "NV",
        "NH",
        "NJ",
        "NM",
        "NY",
        "NC",
        "ND",
        "OH",
        "OK",
        "OR",
        "PA",
        "RI",
        "SC",
        "SD",
        "TN",
        "TX",
        "UT",
        "VT",
        "VA",
        "WA",
        "WV",
        "WI",
        "WY",
        "AS",
        "FM",
        "GU",
        "MH",
        "MP",
        "PW",
        "PR",
        "VI",
    ]
    control: Literal["public", "non-profit", "for-profit", ""]
    level: Literal["four-years", "two-years", "less", ""]
    website: str
    is_active: bool
    awards: list[str]
    distance: str | None
    in_district: int | None
    in_state: int | None
    out_of_state: int | None
    currency: str
    tuition_year: str | None


class Skill(TypedDict):
    slug: str
    url: str
    name: str
    kind: Literal["technical", "soft", "tool"]


class Source(TypedDict):
    slug: str
    publisher: str
    title: str
    url: str
    self: str
    page: str
    kind: Literal["guide", "statistics", "classification", "research", "editorial"]
    is_official: bool
    licence: str
    licence_url: str
    attribution: str
    frequency: str
    retrieved_on: str | None
    note: str


class AlternateTitle(TypedDict):
    key: str
    title: str
    source: SourceName
    locator: str


class Organisation(TypedDict):
    key: str
    name: str
    abbreviation: str
    url: str
    serves: str
    offers: str
    source: SourceName
    locator: str


class Point(TypedDict):
    key: str
    position: int
    label: str
    text: str
    source: SourceName
    locator: str


class Question(TypedDict):
    key: str
    position: int
    question: str
    answer: str
    source: SourceName
    locator: str


class Release(TypedDict):
    slug: str
    label: str
    page: str
    source: SourceName
    period_start: str | None
    period_end: str | None
    published_on: str | None
    next_due: str | None
    is_current: bool
    sha256: str
    state: Literal["importing", "ready", "withdrawn", "replaced"]
    withdrawn_because: str
    note: str


class Responsibility(TypedDict):
    key: str
    position: int
    label: str
    text: str
    source: SourceName
    locator: str


class Section(TypedDict):
    key: str
    kind: Literal[
        "overview",
        "role",
        "duties",
        "environment",
        "injuries",
        "schedules",
        "tools",
        "qualifications",
        "requirements",
        "becoming",
        "education",
        "training",
        "experience",
        "licenses",
        "pay",
        "market",
        "outlook",
        "employers",
        "ladder",
        "advancement",
        "diversity",
        "hiring",
        "culture",
        "support",
        "global",
        "global-pay",
        "remote",
        "visa",
        "reality",
        "challenges",
        "opportunities",
        "trends",
        "toolkit",
        "points",
        "questions",
        "related",
        "alternatives",
        "readiness",
        "schools",
    ]
    heading: str
    body: str
    left_empty: bool
    source: SourceName
    locator: str


class Step(TypedDict):
    key: str
    position: int
    title: str
    text: str
    months_min: int | None
    months_max: int | None
    as_printed: str
    source: SourceName
    locator: str


class ToolkitEntry(TypedDict):
    key: str
    kind: Literal["resume", "cover_letter", "interview", "job_description"]
    title: str
    text: str
    source: SourceName
    locator: str


class Variant(TypedDict):
    key: str
    position: int
    name: str
    text: str
    source: SourceName
    locator: str


class Career(TypedDict):
    slug: str
    url: str
    page: str
    title: str
    summary: str
    field: Field


class Move(TypedDict):
    key: str
    position: int
    from_title: str
    to_title: str
    to_career: CareerName | None
    takes: str
    source: SourceName
    locator: str


class RelatedCareer(TypedDict):
    key: str
    related: CareerName
    kind: Literal["similar", "alternative", "kind_of"]
    reason: str
    source: SourceName
    locator: str


class TiedCareer(TypedDict):
    key: str
    career: CareerName
    match: Literal["exact", "narrower", "broader", "related"]
    reason: str
    source: SourceName
    locator: str


class WholeMove(TypedDict):
    key: str
    career: CareerName
    position: int
    from_title: str
    to_title: str
    to_career: CareerName | None
    takes: str
    source: SourceName
    locator: str


class WholeVariant(TypedDict):
    key: str
    career: CareerName
    position: int
    name: str
    text: str
    source: SourceName
    locator: str


class CareerSkill(TypedDict):
    key: str
    skill: SkillName
    examples: Any
    detail: str
    source: SourceName
    locator: str


class Change(TypedDict):
    kind: Literal["created", "changed", "removed"]
    model: str
    key: str
    title: str
    career_slug: str
    rows: int
    differences: list[Difference]


class NetChange(TypedDict):
    kind: Literal["created", "changed", "removed"]
    model: str
    key: str
    title: str
    career_slug: str
    edition: int
    differences: list[Difference]


class ClaimGroup(TypedDict):
    occupation: CheckedOccupation
    match: Literal["exact", "narrower", "broader", "related"]
    is_counted: bool


class Figure(TypedDict):
    address: str
    page: str
    quantity: Literal[
        "pay",
        "growth",
        "openings",
        "employment",
        "cost",
        "length",
        "experience",
        "ai_exposure",
        "work_from_home",
        "earnings",
        "debt",
    ]
    measure: Literal[
        "median", "mean", "p10", "p25", "p75", "p90", "range", "not_stated", "change", "count", "score", "share"
    ]
    measure_text: str
    unit: str
    per: str
    value: float | None
    low: float | None
    high: float | None
    value_text: str
    marks: dict[str, Any]
    subject: Named
    level: Named | None
    place: Named | None
    industry: Named | None
    population: str
    reference_start: str | None
    reference_end: str | None
    period_text: str
    standing: Literal["claim", "record"]
    publisher: str
    source: Named
    release: Named | None
    attributed_to: str
    locator: str
    as_printed: str
    sentence: str


class FigureRow(TypedDict):
    address: str
    page: str
    quantity: Literal[
        "pay",
        "growth",
        "openings",
        "employment",
        "cost",
        "length",
        "experience",
        "ai_exposure",
        "work_from_home",
        "earnings",
        "debt",
    ]
    measure: Literal[
        "median", "mean", "p10", "p25", "p75", "p90", "range", "not_stated", "change", "count", "score", "share"
    ]
    measure_text: str
    unit: str
    per: str
    value: float | None
    low: float | None
    high: float | None
    value_text: str
    marks: dict[str, Any]
    subject: Named
    level: Named | None
    place: Named | None
    industry: Named | None
    population: str
    reference_start: str | None
    reference_end: str | None
    period_text: str
    standing: Literal["claim", "record"]
    publisher: str
    source: Named
    release: Named | None
    attributed_to: str
    locator: str
    as_printed: str
    sentence: str
    url: str


class OccupationMatch(TypedDict):
    key: str
    occupation: OccupationName
    match: Literal["exact", "narrower", "broader", "related"]
    reason: str
    source: SourceName
    locator: str


class Parting(TypedDict):
    job: OccupationName
    first: float
    second: float
    gap: float


class Predecessor(TypedDict):
    key: str
    occupation: OccupationName
    source: SourceName
    locator: str


class Successor(TypedDict):
    key: str
    occupation: OccupationName
    source: SourceName
    locator: str


class Correspondence(TypedDict):
    occupation: OccupationName
    counterpart: OccupationName
    in_part: bool | None
    release: ReleaseName
    source: SourceName
    attribution: str


class Interest(TypedDict):
    element_code: str
    element: str | None
    scale_code: str
    value: float
    marks: dict[str, Any]
    n: int | None
    dated: str | None
    domain_source: str
    release: ReleaseName
    source: SourceName
    attribution: str


class OccupationTitle(TypedDict):
    title: str
    short_title: str
    kind: Literal["alternate", "reported", "hidden"]
    origins: str
    release: ReleaseName
    source: SourceName
    attribution: str


class Rated(TypedDict):
    element_code: str
    element: str
    importance: float
    importance_text: str
    standard_error: float | None
    marks: dict[str, Any]
    level: float | None
    n: int | None
    dated: str | None
    domain_source: str
    release: ReleaseName
    source: SourceName
    attribution: str


class RelatedOccupation(TypedDict):
    occupation: OccupationName
    tier: Literal["primary-short", "primary-long", "supplemental"]
    position: int
    release: ReleaseName
    source: SourceName
    attribution: str


class ScoredSkill(TypedDict):
    element_code: str
    element: str | None
    scale_code: str
    value: float
    marks: dict[str, Any]
    n: int | None
    dated: str | None
    domain_source: str
    release: ReleaseName
    source: SourceName
    attribution: str


class Share(TypedDict):
    element_code: str
    element: str | None
    number: int
    answer: str | None
    percent: float
    standard_error: float | None
    n: int | None
    dated: str | None
    domain_source: str
    release: ReleaseName
    source: SourceName
    attribution: str


class Task(TypedDict):
    number: int
    statement: str
    kind: Literal["core", "supplemental", ""]
    importance: float | None
    relevance: float | None
    n: int | None
    dated: str | None
    domain_source: str
    release: ReleaseName
    source: SourceName
    attribution: str


class Tool(TypedDict):
    name: str
    commodity_code: str
    commodity: str
    hot: bool
    in_demand: bool
    release: ReleaseName
    source: SourceName
    attribution: str


class TypicalEntry(TypedDict):
    education: str
    experience: str
    training: str
    release: ReleaseName
    source: SourceName
    attribution: str


class Requirement(TypedDict):
    key: str
    url: str
    career: CareerName
    position: int
    label: str
    credentials: list[CredentialName]
    strength: Literal["required", "typical", "preferred", "valued", "accepted"]
    field_of_study: str
    scope: Literal["everyone", "most", "entry", "advancing", "some"]
    condition: str
    source: SourceName
    attributed_to: str
    locator: str
    as_printed: str
    note: str


class Employer(TypedDict):
    key: str
    industry: IndustryName
    says: Literal["most_jobs", "highest_pay", "largest", "also"]
    share_percent: float | None
    as_printed: str
    about: OccupationName | None
    group: str
    reference_start: str | None
    reference_end: str | None
    attributed_to: str
    note: str
    source: SourceName
    locator: str


class WholeEmployer(TypedDict):
    key: str
    career: CareerName
    industry: IndustryName
    says: Literal["most_jobs", "highest_pay", "largest", "also"]
    share_percent: float | None
    as_printed: str
    about: OccupationName | None
    group: str
    reference_start: str | None
    reference_end: str | None
    attributed_to: str
    note: str
    source: SourceName
    locator: str


class JobZone(TypedDict):
    number: int
    zone: Zone | None
    dated: str | None
    domain_source: str
    release: ReleaseName
    source: SourceName
    attribution: str


class Place(TypedDict):
    code: str
    url: str
    name: str
    kind: Literal["country", "state", "metro", "nonmetro", "region"]
    parent: PlaceName | None


class Edition(TypedDict):
    number: int
    url: str
    page: str
    published_at: str
    act: Literal["load", "import", "edit"]
    reason: str
    changes: NotRequired[list[Change]]


class Claim(TypedDict):
    key: str
    page: str
    verdict: Literal["agrees", "contradicted", "other_vintage", "other_measure", "not_checkable", "near"]
    sentence: str
    subject: Named
    source: Named
    publisher: str
    locator: str
    attributed_to: str
    quantity: str
    text: str
    needs: str
    parts: list[PartCheck]
    groups: list[ClaimGroup]
    figure: Figure | None
    official: Figure | None


class Disagreement(TypedDict):
    key: str
    question: str
    quantity: Literal[
        "pay",
        "growth",
        "openings",
        "employment",
        "cost",
        "length",
        "experience",
        "ai_exposure",
        "work_from_home",
        "earnings",
        "debt",
    ]
    subject: Named
    is_within_one_source: bool
    gap: float | None
    sentence: str
    figures: list[Figure]


class Exposure(TypedDict):
    key: str
    url: str
    page: str
    release: ReleaseName
    occupation: OccupationName
    measure: str
    variant: str
    title: str
    scale: str
    value: float
    as_printed: str
    percentile: float
    marks: dict[str, Any]
    reference_start: str | None
    reference_end: str | None
    source: SourceName
    attribution: str
    locator: str
    figures: NotRequired[list[Figure]]


class ExposureClaim(TypedDict):
    key: str
    url: str
    page: str
    career: CareerName
    share_of: str
    share_percent: float
    marks: dict[str, Any]
    reference_start: str | None
    reference_end: str | None
    population: str
    source: SourceName
    attributed_to: str
    locator: str
    as_printed: str
    rank: Literal["preferred", "normal", "deprecated"]
    note: str
    rank_reason: NotRequired[str]
    figures: NotRequired[list[Figure]]


class FactCheck(TypedDict):
    key: str
    page: str
    verdict: Literal["agrees", "contradicted", "other_vintage", "other_measure", "not_checkable", "near"]
    sentence: str
    parts: list[PartCheck]
    subject: Named
    occupation: CheckedOccupation
    match: Literal["exact", "narrower", "broader", "related"]
    difference: float | None
    needs: str
    claim: Figure
    official: Figure | None
    nearest: Figure | None


class FoundFigure(TypedDict):
    address: str
    page: str
    quantity: Literal[
        "pay",
        "growth",
        "openings",
        "employment",
        "cost",
        "length",
        "experience",
        "ai_exposure",
        "work_from_home",
        "earnings",
        "debt",
    ]
    measure: Literal[
        "median", "mean", "p10", "p25", "p75", "p90", "range", "not_stated", "change", "count", "score", "share"
    ]
    measure_text: str
    unit: str
    per: str
    value: float | None
    low: float | None
    high: float | None
    value_text: str
    marks: dict[str, Any]
    subject: Named
    level: Named | None
    place: Named | None
    industry: Named | None
    population: str
    reference_start: str | None
    reference_end: str | None
    period_text: str
    standing: Literal["claim", "record"]
    publisher: str
    source: Named
    release: Named | None
    attributed_to: str
    locator: str
    as_printed: str
    sentence: str
    url: str
    citation: Citation
    history: list[FigureChange]
    series: list[Figure]


class Job(TypedDict):
    edition: int | None
    version: int
    title: str
    sentence: str
    slug: str
    code: str
    scheme: str
    url: str
    page: str
    is_group: bool
    answers: dict[str, Any]
    also_called: list[dict[str, Any]]
    above: list[dict[str, Any]]
    parts: list[dict[str, Any]]
    part_of: dict[str, Any] | None
    ties: list[dict[str, Any]]
    sections: list[dict[str, Any]]
    lists: dict[str, Any]
    statements: dict[str, Any]
    ladders: list[dict[str, Any]]
    record: dict[str, Any] | None
    studies: dict[str, Any]
    verdicts: list[dict[str, Any]]
    conflicts: list[dict[str, Any]]
    gaps: list[dict[str, Any]]
    sources: list[dict[str, Any]]


class Occupation(TypedDict):
    scheme: str
    code: str
    title: str
    url: str
    page: str
    level: Literal["total", "major", "sub_major", "minor", "broad", "unit", "detailed"]
    definition: str
    parent: OccupationName | None
    record: NotRequired[list[Figure]]
    headline: NotRequired[Figure | None]


class Outlook(TypedDict):
    key: str
    url: str
    page: str
    career: CareerName | None
    occupation: OccupationName | None
    about: OccupationName | None
    group: str
    place: PlaceName | None
    release: ReleaseName | None
    growth_percent: float | None
    growth_words: str
    openings_per_year: float | None
    employment_start: float | None
    employment_end: float | None
    employment_change: float | None
    start_year: int | None
    end_year: int | None
    projected: bool
    marks: dict[str, Any]
    reference_start: str | None
    reference_end: str | None
    population: str
    source: SourceName
    attributed_to: str
    locator: str
    as_printed: str
    rank: Literal["preferred", "normal", "deprecated"]
    note: str
    rank_reason: NotRequired[str]
    figures: NotRequired[list[Figure]]


class Path(TypedDict):
    key: str
    url: str
    page: str
    career: CareerName
    credentials: list[CredentialName]
    name: str
    months_min: int | None
    months_max: int | None
    cost_low: float | None
    cost_high: float | None
    currency: str
    marks: dict[str, Any]
    reference_start: str | None
    reference_end: str | None
    population: str
    source: SourceName
    attributed_to: str
    locator: str
    as_printed: str
    rank: Literal["preferred", "normal", "deprecated"]
    note: str
    rank_reason: NotRequired[str]
    figures: NotRequired[list[Figure]]


class ProgramOutcome(TypedDict):
    key: str
    url: str
    page: str
    release: ReleaseName
    unit_id: int
    school: str
    city: str | None
    state: str | None
    code: str
    title: str
    level: Literal[
        "certificate",
        "associate",
        "bachelor",
        "post-bachelor",
        "master",
        "doctor",
        "first-professional",
        "graduate-certificate",
        "none",
    ]
    completers: int | None
    earnings_after_one_year: int | None
    earnings_after_four_years: int | None
    debt: int | None
    tuition: int | None
    tuition_out_of_state: int | None
    tuition_year: str | None
    distance: str | None
    currency: str
    marks: dict[str, Any]
    reference_start: str | None
    reference_end: str | None
    source: SourceName
    attribution: str
    locator: str
    figures: NotRequired[list[Figure]]


class Salary(TypedDict):
    key: str
    url: str
    page: str
    career: CareerName
    level: Level | None
    about: OccupationName | None
    group: str
    place: PlaceName | None
    industry: IndustryName | None
    currency: str
    pay_period: Literal["year", "month", "week", "hour"]
    low: float | None
    high: float | None
    mean: float | None
    p10: float | None
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    amount: float | None
    converted: Converted | None
    marks: dict[str, Any]
    reference_start: str | None
    reference_end: str | None
    population: str
    source: SourceName
    attributed_to: str
    locator: str
    as_printed: str
    rank: Literal["preferred", "normal", "deprecated"]
    note: str
    rank_reason: NotRequired[str]
    figures: NotRequired[list[Figure]]


class TimeToEntry(TypedDict):
    key: str
    url: str
    page: str
    career: CareerName
    starting_point: str
    covers: str
    months_min: int | None
    months_max: int | None
    marks: dict[str, Any]
    reference_start: str | None
    reference_end: str | None
    population: str
    source: SourceName
    attributed_to: str
    locator: str
    as_printed: str
    rank: Literal["preferred", "normal", "deprecated"]
    note: str
    rank_reason: NotRequired[str]
    figures: NotRequired[list[Figure]]


class Wage(TypedDict):
    key: str
    url: str
    page: str
    release: ReleaseName
    occupation: OccupationName
    place: PlaceName
    industry: IndustryName
    currency: str
    employment: int | None
    employment_rse: float | None
    wage_rse: float | None
    annual_median: float | None
    annual_mean: float | None
    annual_p10: float | None
    annual_p25: float | None
    annual_p75: float | None
    annual_p90: float | None
    monthly_median: float | None
    monthly_mean: float | None
    monthly_p10: float | None
    monthly_p25: float | None
    monthly_p75: float | None
    monthly_p90: float | None
    weekly_median: float | None
    weekly_mean: float | None
    weekly_p10: float | None
    weekly_p25: float | None
    weekly_p75: float | None
    weekly_p90: float | None
    hourly_median: float | None
    hourly_mean: float | None
    hourly_p10: float | None
    hourly_p25: float | None
    hourly_p75: float | None
    hourly_p90: float | None
    marks: dict[str, Any]
    reference_start: str | None
    reference_end: str | None
    source: SourceName
    attribution: str
    locator: str
    figures: NotRequired[list[Figure]]


class WorkFromHome(TypedDict):
    key: str
    url: str
    page: str
    release: ReleaseName
    occupation: OccupationName
    value: float
    as_printed: str
    marks: dict[str, Any]
    reference_start: str | None
    reference_end: str | None
    source: SourceName
    attribution: str
    locator: str
    figures: NotRequired[list[Figure]]


class RankDisagreement(TypedDict):
    key: str
    first: Ranking
    second: Ranking
    jobs: int
    correlation: float | None
    sentence: str
    why: str
    widest: list[Parting]


class Inherited(TypedDict):
    occupation: OccupationName
    skills: list[Rated]
    knowledge: list[Rated]
    abilities: list[Rated]


class Rung(TypedDict):
    position: int
    title: str
    years_min: int | None
    years_max: int | None
    years_basis: Literal["total", "in_role", "not_stated"]
    summary: str
    focus: str
    salaries: list[Salary]
    key: str
    as_printed: str
    source: SourceName
    locator: str


class OccupationRecord(TypedDict):
    scheme: Literal["soc-2000", "soc-2010", "soc-2018", "onet-soc-2010", "onet-soc-2019", "isco-08", "esco"]
    code: str
    title: str
    url: str
    page: str
    level: Literal["total", "major", "sub_major", "minor", "broad", "unit", "detailed"]
    definition: str
    parent: OccupationName | None
    headline: Figure | None
    wages: list[Wage]
    earlier_wages: list[Wage]
    outlooks: list[Outlook]
    careers: list[TiedCareer]
    predecessors: list[Predecessor]
    successors: list[Successor]
    titles: NotRequired[list[OccupationTitle]]
    tasks: NotRequired[list[Task]]
    skills: NotRequired[list[Rated]]
    knowledge: NotRequired[list[Rated]]
    abilities: NotRequired[list[Rated]]
    inherited: NotRequired[Inherited | None]
    scored_skills: NotRequired[list[ScoredSkill]]
    technology: NotRequired[list[Tool]]
    tools: NotRequired[list[Tool]]
    education: NotRequired[list[Share]]
    typical_entry: NotRequired[TypicalEntry | None]
    job_zone: NotRequired[JobZone | None]
    interests: NotRequired[list[Interest]]
    related: NotRequired[list[RelatedOccupation]]


class Ladder(TypedDict):
    key: str
    note: str
    rungs: list[Rung]
    source: SourceName
    locator: str


class Guide(TypedDict):
    slug: str
    url: str
    page: str
    title: str
    summary: str
    field: Field
    alternate_titles: list[AlternateTitle]
    occupations: list[OccupationMatch]
    sections: list[Section]
    responsibilities: list[Responsibility]
    variants: list[Variant]
    skills: list[CareerSkill]
    tools: list[CareerSkill]
    ladders: list[Ladder]
    moves: list[Move]
    steps: list[Step]
    requirements: list[Requirement]
    employers: list[Employer]
    organisations: list[Organisation]
    pros: list[Point]
    cons: list[Point]
    questions: list[Question]
    related: list[RelatedCareer]
    toolkit: list[ToolkitEntry]
    sources: list[SourceName]
    links: dict[str, Any]
    salaries: NotRequired[list[Salary]]
    outlooks: NotRequired[list[Outlook]]
    paths: NotRequired[list[Path]]
    times_to_entry: list[TimeToEntry]
    exposure_claims: NotRequired[list[ExposureClaim]]


class Ladders(TypedDict):
    career: CareerName
    ladders: list[Ladder]


class CareersQuery(TypedDict, total=False):
    q: str
    field: list[str]
    education: list[str]
    credential: list[str]
    skill: list[str]
    occupation: list[str]
    months_max: int
    median_min: float
    median_max: float
    growth_min: float
    growth_max: float
    ordering: list[Literal["title", "-title", "median", "-median", "growth", "-growth"]]
    edition: int
    fields: list[Literal["slug", "url", "page", "title", "summary", "field"]]
    page_size: int


class ChangesBetweenQuery(TypedDict, total=False):
    after: int
    until: int
    career: list[str]
    model: str
    fields: list[Literal["kind", "model", "key", "title", "career_slug", "edition", "differences"]]
    page_size: int


class ClaimsQuery(TypedDict, total=False):
    verdict: list[Literal["agrees", "contradicted", "other_vintage", "other_measure", "not_checkable", "near"]]
    source: list[str]
    publisher: str
    quantity: list[
        Literal[
            "pay",
            "growth",
            "openings",
            "employment",
            "cost",
            "length",
            "experience",
            "ai_exposure",
            "work_from_home",
            "earnings",
            "debt",
            "education",
        ]
    ]
    occupation: list[str]
    career: list[str]
    claim: str
    fields: list[
        Literal[
            "key",
            "page",
            "verdict",
            "sentence",
            "subject",
            "source",
            "publisher",
            "locator",
            "attributed_to",
            "quantity",
            "text",
            "needs",
            "parts",
            "groups",
            "figure",
            "official",
        ]
    ]
    page_size: int


class CorrectionsQuery(TypedDict, total=False):
    career: list[str]
    statement: str
    kind: list[Literal["correction", "revision", "removal"]]
    published_min: str
    published_max: str
    ordering: list[Literal["edition", "-edition"]]
    edition: int
    fields: list[
        Literal[
            "url",
            "edition",
            "published_at",
            "statement",
            "field",
            "title",
            "career_slug",
            "before",
            "after",
            "kind",
            "reason",
            "cause",
        ]
    ]
    page_size: int


class CorrespondencesQuery(TypedDict, total=False):
    occupation: list[str]
    scheme: list[Literal["soc-2000", "soc-2010", "soc-2018", "onet-soc-2010", "onet-soc-2019", "isco-08", "esco"]]
    counterpart: list[str]
    counterpart_scheme: list[
        Literal["soc-2000", "soc-2010", "soc-2018", "onet-soc-2010", "onet-soc-2019", "isco-08", "esco"]
    ]
    in_part: bool
    source: list[str]
    release: list[str]
    ordering: list[Literal["occupation", "-occupation", "counterpart", "-counterpart"]]
    edition: int
    fields: list[Literal["occupation", "counterpart", "in_part", "release", "source", "attribution"]]
    page_size: int


class CredentialsQuery(TypedDict, total=False):
    q: str
    kind: list[Literal["diploma", "certificate", "degree", "certification", "licence"]]
    career: list[str]
    ordering: list[Literal["name", "-name", "rank", "-rank"]]
    edition: int
    fields: list[Literal["slug", "url", "name", "abbreviation", "kind", "issuer", "rank"]]
    page_size: int


class DisagreementsQuery(TypedDict, total=False):
    career: list[str]
    quantity: list[
        Literal[
            "pay",
            "growth",
            "openings",
            "employment",
            "cost",
            "length",
            "experience",
            "ai_exposure",
            "work_from_home",
            "earnings",
            "debt",
        ]
    ]
    is_within_one_source: bool
    fields: list[
        Literal["key", "question", "quantity", "subject", "is_within_one_source", "gap", "sentence", "figures"]
    ]
    page_size: int


class EditionsQuery(TypedDict, total=False):
    act: list[Literal["load", "import", "edit"]]
    career: list[str]
    published_min: str
    published_max: str
    ordering: list[Literal["number", "-number", "published_at", "-published_at"]]
    edition: int
    fields: list[Literal["number", "url", "page", "published_at", "act", "reason", "changes"]]
    include: list[Literal["changes"]]
    page_size: int


class EmployerListQuery(TypedDict, total=False):
    career: list[str]
    source: list[str]
    ordering: list[Literal["career", "-career", "position", "-position"]]
    edition: int
    fields: list[
        Literal[
            "key",
            "career",
            "industry",
            "says",
            "share_percent",
            "as_printed",
            "about",
            "group",
            "reference_start",
            "reference_end",
            "attributed_to",
            "note",
            "source",
            "locator",
        ]
    ]
    page_size: int


class ExposureClaimsQuery(TypedDict, total=False):
    career: list[str]
    source: list[str]
    rank: list[Literal["preferred", "normal", "deprecated"]]
    attributed_to: str
    reference_start_min: str
    reference_start_max: str
    reference_end_min: str
    reference_end_max: str
    share_percent_min: float
    share_percent_max: float
    ordering: list[Literal["career", "-career", "share_percent", "-share_percent"]]
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "career",
            "share_of",
            "share_percent",
            "marks",
            "reference_start",
            "reference_end",
            "population",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "rank",
            "note",
            "rank_reason",
            "figures",
        ]
    ]
    include: list[Literal["rank_reason", "figures"]]
    page_size: int


class ExposuresQuery(TypedDict, total=False):
    source: list[str]
    release: list[str]
    occupation: list[str]
    scheme: list[Literal["soc-2000", "soc-2010", "soc-2018", "onet-soc-2010", "onet-soc-2019", "isco-08", "esco"]]
    measure: list[
        Literal[
            "ai_applicability_score",
            "aioe",
            "alpha",
            "beta",
            "completion",
            "coverage",
            "feedback_positive_fraction",
            "gamma",
            "images",
            "impact_scope",
            "language",
        ]
    ]
    variant: list[Literal["people", "model", "survey", "user", "ai", "both"]]
    percentile_min: float
    percentile_max: float
    ordering: list[Literal["value", "-value", "percentile", "-percentile", "occupation", "-occupation"]]
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "release",
            "occupation",
            "measure",
            "variant",
            "title",
            "scale",
            "value",
            "as_printed",
            "percentile",
            "marks",
            "reference_start",
            "reference_end",
            "source",
            "attribution",
            "locator",
            "figures",
        ]
    ]
    include: list[Literal["figures"]]
    page_size: int


class FactChecksQuery(TypedDict, total=False):
    verdict: list[Literal["agrees", "contradicted", "other_vintage", "other_measure", "not_checkable", "near"]]
    source: list[str]
    publisher: str
    quantity: list[
        Literal[
            "pay",
            "growth",
            "openings",
            "employment",
            "cost",
            "length",
            "experience",
            "ai_exposure",
            "work_from_home",
            "earnings",
            "debt",
        ]
    ]
    occupation: list[str]
    career: list[str]
    fields: list[
        Literal[
            "key",
            "page",
            "verdict",
            "sentence",
            "parts",
            "subject",
            "occupation",
            "match",
            "difference",
            "needs",
            "claim",
            "official",
            "nearest",
        ]
    ]
    page_size: int


class FiguresQuery(TypedDict, total=False):
    address: list[str]
    job: str
    edition: int
    fields: list[
        Literal[
            "address",
            "page",
            "quantity",
            "measure",
            "measure_text",
            "unit",
            "per",
            "value",
            "low",
            "high",
            "value_text",
            "marks",
            "subject",
            "level",
            "place",
            "industry",
            "population",
            "reference_start",
            "reference_end",
            "period_text",
            "standing",
            "publisher",
            "source",
            "release",
            "attributed_to",
            "locator",
            "as_printed",
            "sentence",
            "url",
        ]
    ]
    page_size: int


class IndustriesQuery(TypedDict, total=False):
    q: str
    scheme: list[Literal["naics", "guide"]]
    ordering: list[Literal["name", "-name", "code", "-code"]]
    edition: int
    fields: list[Literal["code", "url", "name", "scheme"]]
    page_size: int


class JobsQuery(TypedDict, total=False):
    edition: int
    fields: list[Literal["title", "slug", "code", "url", "page"]]
    page_size: int


class MoveListQuery(TypedDict, total=False):
    career: list[str]
    source: list[str]
    ordering: list[Literal["career", "-career", "position", "-position"]]
    edition: int
    fields: list[
        Literal["key", "career", "position", "from_title", "to_title", "to_career", "takes", "source", "locator"]
    ]
    page_size: int


class OccupationsQuery(TypedDict, total=False):
    q: str
    code: list[str]
    scheme: list[Literal["soc-2000", "soc-2010", "soc-2018", "onet-soc-2010", "onet-soc-2019", "isco-08", "esco"]]
    level: list[Literal["total", "major", "sub_major", "minor", "broad", "unit", "detailed"]]
    group: list[str]
    interest: list[Literal["realistic", "investigative", "artistic", "social", "enterprising", "conventional"]]
    education: list[
        Literal["none", "high-school", "some-college", "certificate", "associate", "bachelor", "master", "doctoral"]
    ]
    skill: str
    importance_min: float
    from_home: bool
    exposure: Literal[
        "exposure-gpts/beta/people",
        "exposure-gpts/beta/model",
        "exposure-copilot/ai_applicability_score/both",
        "exposure-aioe/aioe/survey",
    ]
    exposure_min: float
    exposure_max: float
    place: list[str]
    career: list[str]
    median_min: float
    median_max: float
    employment_min: int
    employment_max: int
    growth_min: float
    growth_max: float
    ordering: list[
        Literal[
            "code", "-code", "title", "-title", "median", "-median", "employment", "-employment", "growth", "-growth"
        ]
    ]
    edition: int
    fields: list[
        Literal["scheme", "code", "title", "url", "page", "level", "definition", "parent", "record", "headline"]
    ]
    include: list[Literal["record", "headline"]]
    page_size: int


class OutlooksQuery(TypedDict, total=False):
    career: list[str]
    source: list[str]
    rank: list[Literal["preferred", "normal", "deprecated"]]
    attributed_to: str
    reference_start_min: str
    reference_start_max: str
    reference_end_min: str
    reference_end_max: str
    occupation: list[str]
    scheme: list[Literal["soc-2000", "soc-2010", "soc-2018", "onet-soc-2010", "onet-soc-2019", "isco-08", "esco"]]
    release: list[str]
    projected: bool
    growth_percent_min: float
    growth_percent_max: float
    openings_per_year_min: float
    openings_per_year_max: float
    start_year_min: int
    start_year_max: int
    end_year_min: int
    end_year_max: int
    ordering: list[
        Literal[
            "growth_percent",
            "-growth_percent",
            "openings_per_year",
            "-openings_per_year",
            "employment_start",
            "-employment_start",
            "start_year",
            "-start_year",
            "end_year",
            "-end_year",
        ]
    ]
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "career",
            "occupation",
            "about",
            "group",
            "place",
            "release",
            "growth_percent",
            "growth_words",
            "openings_per_year",
            "employment_start",
            "employment_end",
            "employment_change",
            "start_year",
            "end_year",
            "projected",
            "marks",
            "reference_start",
            "reference_end",
            "population",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "rank",
            "note",
            "rank_reason",
            "figures",
        ]
    ]
    include: list[Literal["rank_reason", "figures"]]
    page_size: int


class PathsQuery(TypedDict, total=False):
    career: list[str]
    source: list[str]
    rank: list[Literal["preferred", "normal", "deprecated"]]
    attributed_to: str
    reference_start_min: str
    reference_start_max: str
    reference_end_min: str
    reference_end_max: str
    credential: list[str]
    currency: str
    months_min: int
    months_max: int
    cost_min: float
    cost_max: float
    ordering: list[
        Literal[
            "career",
            "-career",
            "name",
            "-name",
            "months_min",
            "-months_min",
            "months_max",
            "-months_max",
            "cost_low",
            "-cost_low",
            "cost_high",
            "-cost_high",
        ]
    ]
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "career",
            "credentials",
            "name",
            "months_min",
            "months_max",
            "cost_low",
            "cost_high",
            "currency",
            "marks",
            "reference_start",
            "reference_end",
            "population",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "rank",
            "note",
            "rank_reason",
            "figures",
        ]
    ]
    include: list[Literal["rank_reason", "figures"]]
    page_size: int


class PlacesQuery(TypedDict, total=False):
    q: str
    kind: list[Literal["country", "state", "metro", "nonmetro", "region"]]
    parent: list[str]
    ordering: list[Literal["name", "-name", "code", "-code"]]
    edition: int
    fields: list[Literal["code", "url", "name", "kind", "parent"]]
    page_size: int


class ProgramsQuery(TypedDict, total=False):
    q: str
    occupation: list[str]
    cip: str
    level: list[
        Literal[
            "certificate",
            "associate",
            "bachelor",
            "post-bachelor",
            "master",
            "doctor",
            "first-professional",
            "graduate-certificate",
            "none",
        ]
    ]
    state: list[
        Literal[
            "AL",
            "AK",
            "AZ",
            "AR",
            "CA",
            "CO",
            "CT",
            "DE",
            "DC",
            "FL",
            "GA",
            "HI",
            "ID",
            "IL",
            "IN",
            "IA",
            "KS",
            "KY",
            "LA",
            "ME",
            "MD",
            "MA",
            "MI",
            "MN",
            "MS",
            "MO",
            "MT",
            "NE",
            "NV",
            "NH",
            "NJ",
            "NM",
            "NY",
            "NC",
            "ND",
            "OH",
            "OK",
            "OR",
            "PA",
            "RI",
            "SC",
            "SD",
            "TN",
            "TX",
            "UT",
            "VT",
            "VA",
            "WA",
            "WV",
            "WI",
            "WY",
            "AS",
            "FM",
            "GU",
            "MH",
            "MP",
            "PW",
            "PR",
            "VI",
        ]
    ]
    control: list[Literal["public", "non-profit", "for-profit"]]
    distance: list[Literal["all", "programmes", "courses", "none"]]
    school: list[int]
    tuition_min: float
    tuition_max: float
    earnings_min: float
    earnings_max: float
    debt_min: float
    debt_max: float
    completers_min: int
    completers_max: int
    release: list[str]
    ordering: list[
        Literal[
            "school",
            "-school",
            "program",
            "-program",
            "level",
            "-level",
            "state",
            "-state",
            "completers",
            "-completers",
            "earnings_after_one_year",
            "-earnings_after_one_year",
            "earnings",
            "-earnings",
            "debt",
            "-debt",
            "tuition",
            "-tuition",
        ]
    ]
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "release",
            "unit_id",
            "school",
            "city",
            "state",
            "code",
            "title",
            "level",
            "completers",
            "earnings_after_one_year",
            "earnings_after_four_years",
            "debt",
            "tuition",
            "tuition_out_of_state",
            "tuition_year",
            "distance",
            "currency",
            "marks",
            "reference_start",
            "reference_end",
            "source",
            "attribution",
            "locator",
            "figures",
        ]
    ]
    include: list[Literal["figures"]]
    page_size: int


class RankDisagreementsQuery(TypedDict, total=False):
    source: list[Literal["exposure-gpts", "exposure-copilot", "exposure-aioe"]]
    fields: list[Literal["key", "first", "second", "jobs", "correlation", "sentence", "why", "widest"]]
    page_size: int


class ReleasesQuery(TypedDict, total=False):
    source: list[str]
    state: list[Literal["ready", "withdrawn"]]
    period_start_min: str
    period_start_max: str
    period_end_min: str
    period_end_max: str
    ordering: list[
        Literal["slug", "-slug", "period_end", "-period_end", "published_on", "-published_on", "next_due", "-next_due"]
    ]
    edition: int
    fields: list[
        Literal[
            "slug",
            "label",
            "page",
            "source",
            "period_start",
            "period_end",
            "published_on",
            "next_due",
            "is_current",
            "sha256",
            "state",
            "withdrawn_because",
            "note",
        ]
    ]
    page_size: int


class RequirementsQuery(TypedDict, total=False):
    career: list[str]
    source: list[str]
    credential: list[str]
    strength: list[Literal["required", "typical", "preferred", "valued", "accepted"]]
    ordering: list[Literal["career", "-career", "position", "-position", "label", "-label"]]
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "career",
            "position",
            "label",
            "credentials",
            "strength",
            "field_of_study",
            "scope",
            "condition",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "note",
        ]
    ]
    page_size: int


class SalariesQuery(TypedDict, total=False):
    career: list[str]
    source: list[str]
    rank: list[Literal["preferred", "normal", "deprecated"]]
    attributed_to: str
    reference_start_min: str
    reference_start_max: str
    reference_end_min: str
    reference_end_max: str
    level: list[int]
    has_level: bool
    place: list[str]
    industry: list[str]
    currency: str
    pay_period: list[Literal["year", "month", "week", "hour"]]
    low_min: float
    low_max: float
    high_min: float
    high_max: float
    mean_min: float
    mean_max: float
    p10_min: float
    p10_max: float
    p25_min: float
    p25_max: float
    median_min: float
    median_max: float
    p75_min: float
    p75_max: float
    p90_min: float
    p90_max: float
    amount_min: float
    amount_max: float
    ordering: list[
        Literal[
            "career",
            "-career",
            "level",
            "-level",
            "place",
            "-place",
            "low",
            "-low",
            "high",
            "-high",
            "mean",
            "-mean",
            "p10",
            "-p10",
            "p25",
            "-p25",
            "median",
            "-median",
            "p75",
            "-p75",
            "p90",
            "-p90",
            "amount",
            "-amount",
            "reference_start",
            "-reference_start",
        ]
    ]
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "career",
            "level",
            "about",
            "group",
            "place",
            "industry",
            "currency",
            "pay_period",
            "low",
            "high",
            "mean",
            "p10",
            "p25",
            "median",
            "p75",
            "p90",
            "amount",
            "converted",
            "marks",
            "reference_start",
            "reference_end",
            "population",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "rank",
            "note",
            "rank_reason",
            "figures",
        ]
    ]
    include: list[Literal["rank_reason", "figures"]]
    page_size: int


class SchoolsQuery(TypedDict, total=False):
    q: str
    state: list[
        Literal[
            "AL",
            "AK",
            "AZ",
            "AR",
            "CA",
            "CO",
            "CT",
            "DE",
            "DC",
            "FL",
            "GA",
            "HI",
            "ID",
            "IL",
            "IN",
            "IA",
            "KS",
            "KY",
            "LA",
            "ME",
            "MD",
            "MA",
            "MI",
            "MN",
            "MS",
            "MO",
            "MT",
            "NE",
            "NV",
            "NH",
            "NJ",
            "NM",
            "NY",
            "NC",
            "ND",
            "OH",
            "OK",
            "OR",
            "PA",
            "RI",
            "SC",
            "SD",
            "TN",
            "TX",
            "UT",
            "VT",
            "VA",
            "WA",
            "WV",
            "WI",
            "WY",
            "AS",
            "FM",
            "GU",
            "MH",
            "MP",
            "PW",
            "PR",
            "VI",
        ]
    ]
    control: list[Literal["public", "non-profit", "for-profit"]]
    level: list[Literal["four-years", "two-years", "less"]]
    award: list[
        Literal[
            "certificate-short",
            "certificate-long",
            "certificate-longest",
            "associate",
            "bachelor",
            "post-bachelor",
            "master",
            "post-master",
            "doctor",
        ]
    ]
    distance: list[Literal["all", "programmes", "courses", "none"]]
    tuition_min: float
    tuition_max: float
    ordering: list[
        Literal[
            "name", "-name", "state", "-state", "tuition", "-tuition", "tuition_out_of_state", "-tuition_out_of_state"
        ]
    ]
    edition: int
    fields: list[
        Literal[
            "unit_id",
            "url",
            "page",
            "name",
            "city",
            "state",
            "control",
            "level",
            "website",
            "is_active",
            "awards",
            "distance",
            "in_district",
            "in_state",
            "out_of_state",
            "currency",
            "tuition_year",
        ]
    ]
    page_size: int


class SearchQuery(TypedDict, total=False):
    q: str
    kind: list[Literal["career", "occupation"]]
    correct: bool
    fields: list[Literal["kind", "code", "scheme", "name", "url", "page", "title", "stands_as", "score"]]
    page_size: int


class SkillsQuery(TypedDict, total=False):
    q: str
    kind: list[Literal["technical", "soft", "tool"]]
    career: list[str]
    ordering: list[Literal["name", "-name", "kind", "-kind"]]
    edition: int
    fields: list[Literal["slug", "url", "name", "kind"]]
    page_size: int


class SourcesQuery(TypedDict, total=False):
    q: str
    publisher: str
    kind: list[Literal["guide", "statistics", "classification", "research", "editorial"]]
    ordering: list[Literal["publisher", "-publisher", "title", "-title", "retrieved_on", "-retrieved_on"]]
    edition: int
    fields: list[
        Literal[
            "slug",
            "publisher",
            "title",
            "url",
            "self",
            "page",
            "kind",
            "is_official",
            "licence",
            "licence_url",
            "attribution",
            "frequency",
            "retrieved_on",
            "note",
        ]
    ]
    page_size: int


class TimesToEntryQuery(TypedDict, total=False):
    career: list[str]
    source: list[str]
    rank: list[Literal["preferred", "normal", "deprecated"]]
    attributed_to: str
    reference_start_min: str
    reference_start_max: str
    reference_end_min: str
    reference_end_max: str
    months_min: int
    months_max: int
    ordering: list[Literal["career", "-career", "months_min", "-months_min", "months_max", "-months_max"]]
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "career",
            "starting_point",
            "covers",
            "months_min",
            "months_max",
            "marks",
            "reference_start",
            "reference_end",
            "population",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "rank",
            "note",
            "rank_reason",
            "figures",
        ]
    ]
    include: list[Literal["rank_reason", "figures"]]
    page_size: int


class VariantListQuery(TypedDict, total=False):
    career: list[str]
    source: list[str]
    ordering: list[Literal["career", "-career", "position", "-position"]]
    edition: int
    fields: list[Literal["key", "career", "position", "name", "text", "source", "locator"]]
    page_size: int


class WagesQuery(TypedDict, total=False):
    release: list[str]
    occupation: list[str]
    scheme: list[Literal["soc-2000", "soc-2010", "soc-2018", "onet-soc-2010", "onet-soc-2019", "isco-08", "esco"]]
    level: list[Literal["total", "major", "sub_major", "minor", "broad", "unit", "detailed"]]
    place: list[str]
    place_kind: list[Literal["country", "state", "metro", "nonmetro", "region"]]
    industry: list[str]
    employment_min: int
    employment_max: int
    annual_mean_min: float
    annual_mean_max: float
    annual_p10_min: float
    annual_p10_max: float
    annual_p25_min: float
    annual_p25_max: float
    annual_median_min: float
    annual_median_max: float
    annual_p75_min: float
    annual_p75_max: float
    annual_p90_min: float
    annual_p90_max: float
    monthly_mean_min: float
    monthly_mean_max: float
    monthly_p10_min: float
    monthly_p10_max: float
    monthly_p25_min: float
    monthly_p25_max: float
    monthly_median_min: float
    monthly_median_max: float
    monthly_p75_min: float
    monthly_p75_max: float
    monthly_p90_min: float
    monthly_p90_max: float
    weekly_mean_min: float
    weekly_mean_max: float
    weekly_p10_min: float
    weekly_p10_max: float
    weekly_p25_min: float
    weekly_p25_max: float
    weekly_median_min: float
    weekly_median_max: float
    weekly_p75_min: float
    weekly_p75_max: float
    weekly_p90_min: float
    weekly_p90_max: float
    hourly_mean_min: float
    hourly_mean_max: float
    hourly_p10_min: float
    hourly_p10_max: float
    hourly_p25_min: float
    hourly_p25_max: float
    hourly_median_min: float
    hourly_median_max: float
    hourly_p75_min: float
    hourly_p75_max: float
    hourly_p90_min: float
    hourly_p90_max: float
    ordering: list[
        Literal[
            "employment",
            "-employment",
            "annual_median",
            "-annual_median",
            "annual_mean",
            "-annual_mean",
            "annual_p10",
            "-annual_p10",
            "annual_p25",
            "-annual_p25",
            "annual_p75",
            "-annual_p75",
            "annual_p90",
            "-annual_p90",
            "monthly_median",
            "-monthly_median",
            "monthly_mean",
            "-monthly_mean",
            "monthly_p10",
            "-monthly_p10",
            "monthly_p25",
            "-monthly_p25",
            "monthly_p75",
            "-monthly_p75",
            "monthly_p90",
            "-monthly_p90",
            "weekly_median",
            "-weekly_median",
            "weekly_mean",
            "-weekly_mean",
            "weekly_p10",
            "-weekly_p10",
            "weekly_p25",
            "-weekly_p25",
            "weekly_p75",
            "-weekly_p75",
            "weekly_p90",
            "-weekly_p90",
            "hourly_median",
            "-hourly_median",
            "hourly_mean",
            "-hourly_mean",
            "hourly_p10",
            "-hourly_p10",
            "hourly_p25",
            "-hourly_p25",
            "hourly_p75",
            "-hourly_p75",
            "hourly_p90",
            "-hourly_p90",
            "release",
            "-release",
        ]
    ]
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "release",
            "occupation",
            "place",
            "industry",
            "currency",
            "employment",
            "employment_rse",
            "wage_rse",
            "annual_median",
            "annual_mean",
            "annual_p10",
            "annual_p25",
            "annual_p75",
            "annual_p90",
            "monthly_median",
            "monthly_mean",
            "monthly_p10",
            "monthly_p25",
            "monthly_p75",
            "monthly_p90",
            "weekly_median",
            "weekly_mean",
            "weekly_p10",
            "weekly_p25",
            "weekly_p75",
            "weekly_p90",
            "hourly_median",
            "hourly_mean",
            "hourly_p10",
            "hourly_p25",
            "hourly_p75",
            "hourly_p90",
            "marks",
            "reference_start",
            "reference_end",
            "source",
            "attribution",
            "locator",
            "figures",
        ]
    ]
    include: list[Literal["figures"]]
    page_size: int


class WorkFromHomeQuery(TypedDict, total=False):
    source: list[str]
    release: list[str]
    occupation: list[str]
    scheme: list[Literal["soc-2000", "soc-2010", "soc-2018", "onet-soc-2010", "onet-soc-2019", "isco-08", "esco"]]
    value_min: float
    value_max: float
    ordering: list[Literal["value", "-value", "occupation", "-occupation"]]
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "release",
            "occupation",
            "value",
            "as_printed",
            "marks",
            "reference_start",
            "reference_end",
            "source",
            "attribution",
            "locator",
            "figures",
        ]
    ]
    include: list[Literal["figures"]]
    page_size: int


class OneCareerQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "slug",
            "url",
            "page",
            "title",
            "summary",
            "field",
            "alternate_titles",
            "occupations",
            "sections",
            "responsibilities",
            "variants",
            "skills",
            "tools",
            "ladders",
            "moves",
            "steps",
            "requirements",
            "employers",
            "organisations",
            "pros",
            "cons",
            "questions",
            "related",
            "toolkit",
            "sources",
            "links",
            "salaries",
            "outlooks",
            "paths",
            "times_to_entry",
            "exposure_claims",
        ]
    ]
    include: list[Literal["salaries", "outlooks", "paths", "exposure_claims"]]


class LadderQuery(TypedDict, total=False):
    edition: int
    fields: list[Literal["career", "ladders"]]


class OneCorrectionQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "url",
            "edition",
            "published_at",
            "statement",
            "field",
            "title",
            "career_slug",
            "before",
            "after",
            "kind",
            "reason",
            "cause",
        ]
    ]


class OneCredentialQuery(TypedDict, total=False):
    edition: int
    fields: list[Literal["slug", "url", "name", "abbreviation", "kind", "issuer", "rank"]]


class OneEditionQuery(TypedDict, total=False):
    edition: int
    fields: list[Literal["number", "url", "page", "published_at", "act", "reason", "changes"]]
    include: list[Literal["changes"]]


class OneExposureClaimQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "career",
            "share_of",
            "share_percent",
            "marks",
            "reference_start",
            "reference_end",
            "population",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "rank",
            "note",
            "rank_reason",
            "figures",
        ]
    ]
    include: list[Literal["rank_reason", "figures"]]


class OneExposureQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "release",
            "occupation",
            "measure",
            "variant",
            "title",
            "scale",
            "value",
            "as_printed",
            "percentile",
            "marks",
            "reference_start",
            "reference_end",
            "source",
            "attribution",
            "locator",
            "figures",
        ]
    ]
    include: list[Literal["figures"]]


class OneFigureQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "address",
            "page",
            "quantity",
            "measure",
            "measure_text",
            "unit",
            "per",
            "value",
            "low",
            "high",
            "value_text",
            "marks",
            "subject",
            "level",
            "place",
            "industry",
            "population",
            "reference_start",
            "reference_end",
            "period_text",
            "standing",
            "publisher",
            "source",
            "release",
            "attributed_to",
            "locator",
            "as_printed",
            "sentence",
            "url",
            "citation",
            "history",
            "series",
        ]
    ]


class OneIndustryQuery(TypedDict, total=False):
    edition: int
    fields: list[Literal["code", "url", "name", "scheme"]]


class OneJobQuery(TypedDict, total=False):
    scheme: Literal["soc-2000", "soc-2010", "soc-2018", "onet-soc-2010", "onet-soc-2019", "isco-08", "esco"]
    edition: int
    fields: list[
        Literal[
            "edition",
            "version",
            "title",
            "sentence",
            "slug",
            "code",
            "scheme",
            "url",
            "page",
            "is_group",
            "answers",
            "also_called",
            "above",
            "parts",
            "part_of",
            "ties",
            "sections",
            "lists",
            "statements",
            "ladders",
            "record",
            "studies",
            "verdicts",
            "conflicts",
            "gaps",
            "sources",
        ]
    ]


class OneOccupationQuery(TypedDict, total=False):
    scheme: Literal["soc-2000", "soc-2010", "soc-2018", "onet-soc-2010", "onet-soc-2019", "isco-08", "esco"]
    edition: int
    fields: list[
        Literal[
            "scheme",
            "code",
            "title",
            "url",
            "page",
            "level",
            "definition",
            "parent",
            "headline",
            "wages",
            "earlier_wages",
            "outlooks",
            "careers",
            "predecessors",
            "successors",
            "titles",
            "tasks",
            "skills",
            "knowledge",
            "abilities",
            "inherited",
            "scored_skills",
            "technology",
            "tools",
            "education",
            "typical_entry",
            "job_zone",
            "interests",
            "related",
        ]
    ]
    include: list[
        Literal[
            "titles",
            "tasks",
            "skills",
            "knowledge",
            "abilities",
            "inherited",
            "scored_skills",
            "technology",
            "tools",
            "education",
            "typical_entry",
            "job_zone",
            "interests",
            "related",
        ]
    ]


class OneOutlookQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "career",
            "occupation",
            "about",
            "group",
            "place",
            "release",
            "growth_percent",
            "growth_words",
            "openings_per_year",
            "employment_start",
            "employment_end",
            "employment_change",
            "start_year",
            "end_year",
            "projected",
            "marks",
            "reference_start",
            "reference_end",
            "population",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "rank",
            "note",
            "rank_reason",
            "figures",
        ]
    ]
    include: list[Literal["rank_reason", "figures"]]


class OnePathQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "career",
            "credentials",
            "name",
            "months_min",
            "months_max",
            "cost_low",
            "cost_high",
            "currency",
            "marks",
            "reference_start",
            "reference_end",
            "population",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "rank",
            "note",
            "rank_reason",
            "figures",
        ]
    ]
    include: list[Literal["rank_reason", "figures"]]


class OnePlaceQuery(TypedDict, total=False):
    edition: int
    fields: list[Literal["code", "url", "name", "kind", "parent"]]


class OneProgramQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "release",
            "unit_id",
            "school",
            "city",
            "state",
            "code",
            "title",
            "level",
            "completers",
            "earnings_after_one_year",
            "earnings_after_four_years",
            "debt",
            "tuition",
            "tuition_out_of_state",
            "tuition_year",
            "distance",
            "currency",
            "marks",
            "reference_start",
            "reference_end",
            "source",
            "attribution",
            "locator",
            "figures",
        ]
    ]
    include: list[Literal["figures"]]


class OneReleaseQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "slug",
            "label",
            "page",
            "source",
            "period_start",
            "period_end",
            "published_on",
            "next_due",
            "is_current",
            "sha256",
            "state",
            "withdrawn_because",
            "note",
        ]
    ]


class OneRequirementQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "career",
            "position",
            "label",
            "credentials",
            "strength",
            "field_of_study",
            "scope",
            "condition",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "note",
        ]
    ]


class OneSalaryQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "career",
            "level",
            "about",
            "group",
            "place",
            "industry",
            "currency",
            "pay_period",
            "low",
            "high",
            "mean",
            "p10",
            "p25",
            "median",
            "p75",
            "p90",
            "amount",
            "converted",
            "marks",
            "reference_start",
            "reference_end",
            "population",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "rank",
            "note",
            "rank_reason",
            "figures",
        ]
    ]
    include: list[Literal["rank_reason", "figures"]]


class OneSchoolQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "unit_id",
            "url",
            "page",
            "name",
            "city",
            "state",
            "control",
            "level",
            "website",
            "is_active",
            "awards",
            "distance",
            "in_district",
            "in_state",
            "out_of_state",
            "currency",
            "tuition_year",
        ]
    ]


class OneSkillQuery(TypedDict, total=False):
    edition: int
    fields: list[Literal["slug", "url", "name", "kind"]]


class OneSourceQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "slug",
            "publisher",
            "title",
            "url",
            "self",
            "page",
            "kind",
            "is_official",
            "licence",
            "licence_url",
            "attribution",
            "frequency",
            "retrieved_on",
            "note",
        ]
    ]


class OneTimeToEntryQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "career",
            "starting_point",
            "covers",
            "months_min",
            "months_max",
            "marks",
            "reference_start",
            "reference_end",
            "population",
            "source",
            "attributed_to",
            "locator",
            "as_printed",
            "rank",
            "note",
            "rank_reason",
            "figures",
        ]
    ]
    include: list[Literal["rank_reason", "figures"]]


class OneWageQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "release",
            "occupation",
            "place",
            "industry",
            "currency",
            "employment",
            "employment_rse",
            "wage_rse",
            "annual_median",
            "annual_mean",
            "annual_p10",
            "annual_p25",
            "annual_p75",
            "annual_p90",
            "monthly_median",
            "monthly_mean",
            "monthly_p10",
            "monthly_p25",
            "monthly_p75",
            "monthly_p90",
            "weekly_median",
            "weekly_mean",
            "weekly_p10",
            "weekly_p25",
            "weekly_p75",
            "weekly_p90",
            "hourly_median",
            "hourly_mean",
            "hourly_p10",
            "hourly_p25",
            "hourly_p75",
            "hourly_p90",
            "marks",
            "reference_start",
            "reference_end",
            "source",
            "attribution",
            "locator",
            "figures",
        ]
    ]
    include: list[Literal["figures"]]


class OneWorkFromHomeQuery(TypedDict, total=False):
    edition: int
    fields: list[
        Literal[
            "key",
            "url",
            "page",
            "release",
            "occupation",
            "value",
            "as_printed",
            "marks",
            "reference_start",
            "reference_end",
            "source",
            "attribution",
            "locator",
            "figures",
        ]
    ]
    include: list[Literal["figures"]]


class Rungs(Asking):
    """A Rungs site: each list and each row of it."""

    def careers(self, **query: Unpack[CareersQuery]) -> Rows[Career]:
        """Careers: titles that people use for their work, each with a guide."""
        return Rows(self, "careers", query, ("slug", "url", "page", "title", "summary", "field_slug", "field_name"))

    def changes(self, **query: Unpack[ChangesBetweenQuery]) -> Rows[NetChange]:
        """What differs between two editions, row by row, with what each field said before and says since."""
        return Rows(self, "changes", query, ("kind", "model", "key", "title", "career_slug"))

    def claims(self, **query: Unpack[ClaimsQuery]) -> Rows[Claim]:
        """What guides credit to an official publisher, with a verdict; the worst first."""
        return Rows(
            self,
            "claims",
            query,
            (
                "key",
                "page",
                "verdict",
                "sentence",
                "subject_code",
                "subject_name",
                "source_code",
                "source_name",
                "publisher",
                "locator",
                "attributed_to",
                "quantity",
                "text",
                "needs",
                "figure_address",
                "figure_page",
                "figure_quantity",
                "figure_measure",
                "figure_measure_text",
                "figure_unit",
                "figure_per",
                "figure_value_text",
                "figure_subject_code",
                "figure_subject_name",
                "figure_level_code",
                "figure_level_name",
                "figure_place_code",
                "figure_place_name",
                "figure_industry_code",
                "figure_industry_name",
                "figure_population",
                "figure_reference_start",
                "figure_reference_end",
                "figure_period_text",
                "figure_standing",
                "figure_publisher",
                "figure_source_code",
                "figure_source_name",
                "figure_release_code",
                "figure_release_name",
                "figure_attributed_to",
                "figure_locator",
                "figure_as_printed",
                "figure_sentence",
                "official_address",
                "official_page",
                "official_quantity",
                "official_measure",
                "official_measure_text",
                "official_unit",
                "official_per",
                "official_value_text",
                "official_subject_code",
                "official_subject_name",
                "official_level_code",
                "official_level_name",
                "official_place_code",
                "official_place_name",
                "official_industry_code",
                "official_industry_name",
                "official_population",
                "official_reference_start",
                "official_reference_end",
                "official_period_text",
                "official_standing",
                "official_publisher",
                "official_source_code",
                "official_source_name",
                "official_release_code",
                "official_release_name",
                "official_attributed_to",
                "official_locator",
                "official_as_printed",
                "official_sentence",
            ),
        )

    def corrections(self, **query: Unpack[CorrectionsQuery]) -> Rows[Correction]:
        """Published figures that changed since an edition: before, after, and why."""
        return Rows(
            self,
            "corrections",
            query,
            (
                "url",
                "published_at",
                "statement",
                "field",
                "title",
                "career_slug",
                "before",
                "after",
                "kind",
                "reason",
                "cause",
            ),
        )

    def correspondences(self, **query: Unpack[CorrespondencesQuery]) -> Rows[Correspondence]:
        """Which occupations of two classifications count some of the same jobs: pair by pair, many to many."""
        return Rows(
            self,
            "correspondences",
            query,
            (
                "occupation_scheme",
                "occupation_code",
                "occupation_title",
                "counterpart_scheme",
                "counterpart_code",
                "counterpart_title",
                "release_slug",
                "release_label",
                "release_period_start",
                "release_period_end",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attribution",
            ),
        )

    def credentials(self, **query: Unpack[CredentialsQuery]) -> Rows[Credential]:
        """Diplomas, degrees, certifications and licenses that sources name."""
        return Rows(self, "credentials", query, ("slug", "url", "name", "abbreviation", "kind", "issuer"))

    def disagreements(self, **query: Unpack[DisagreementsQuery]) -> Rows[Disagreement]:
        """Where sources disagree: figures that answer the same question differently."""
        return Rows(
            self, "disagreements", query, ("key", "question", "quantity", "subject_code", "subject_name", "sentence")
        )

    def editions(self, **query: Unpack[EditionsQuery]) -> Rows[Edition]:
        """What the public saw, numbered: every publishing act makes the next edition."""
        return Rows(self, "editions", query, ("url", "page", "published_at", "act", "reason"))

    def employers(self, **query: Unpack[EmployerListQuery]) -> Rows[WholeEmployer]:
        """An industry as an employer of the career."""
        return Rows(
            self,
            "employers",
            query,
            (
                "key",
                "career_slug",
                "career_title",
                "industry_code",
                "industry_name",
                "says",
                "as_printed",
                "about_scheme",
                "about_code",
                "about_title",
                "group",
                "reference_start",
                "reference_end",
                "attributed_to",
                "note",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "locator",
            ),
        )

    def exposure_claims(self, **query: Unpack[ExposureClaimsQuery]) -> Rows[ExposureClaim]:
        """What guides say of how far AI reaches into careers."""
        return Rows(
            self,
            "exposure-claims",
            query,
            (
                "key",
                "url",
                "page",
                "career_slug",
                "career_title",
                "share_of",
                "reference_start",
                "reference_end",
                "population",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attributed_to",
                "locator",
                "as_printed",
                "rank",
                "note",
                "rank_reason",
            ),
        )

    def exposures(self, **query: Unpack[ExposuresQuery]) -> Rows[Exposure]:
        """How far studies say that AI reaches into occupations: one row for each measure of each study."""
        return Rows(
            self,
            "exposures",
            query,
            (
                "key",
                "url",
                "page",
                "release_slug",
                "release_label",
                "release_period_start",
                "release_period_end",
                "occupation_scheme",
                "occupation_code",
                "occupation_title",
                "measure",
                "variant",
                "title",
                "scale",
                "as_printed",
                "reference_start",
                "reference_end",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attribution",
                "locator",
            ),
        )

    def fact_checks(self, **query: Unpack[FactChecksQuery]) -> Rows[FactCheck]:
        """Claims that guides credit to an official publisher, compared with its figures; the worst first."""
        return Rows(
            self,
            "fact-checks",
            query,
            (
                "key",
                "page",
                "verdict",
                "sentence",
                "subject_code",
                "subject_name",
                "occupation_code",
                "occupation_name",
                "match",
                "needs",
                "claim_address",
                "claim_page",
                "claim_quantity",
                "claim_measure",
                "claim_measure_text",
                "claim_unit",
                "claim_per",
                "claim_value_text",
                "claim_subject_code",
                "claim_subject_name",
                "claim_level_code",
                "claim_level_name",
                "claim_place_code",
                "claim_place_name",
                "claim_industry_code",
                "claim_industry_name",
                "claim_population",
                "claim_reference_start",
                "claim_reference_end",
                "claim_period_text",
                "claim_standing",
                "claim_publisher",
                "claim_source_code",
                "claim_source_name",
                "claim_release_code",
                "claim_release_name",
                "claim_attributed_to",
                "claim_locator",
                "claim_as_printed",
                "claim_sentence",
                "official_address",
                "official_page",
                "official_quantity",
                "official_measure",
                "official_measure_text",
                "official_unit",
                "official_per",
                "official_value_text",
                "official_subject_code",
                "official_subject_name",
                "official_level_code",
                "official_level_name",
                "official_place_code",
                "official_place_name",
                "official_industry_code",
                "official_industry_name",
                "official_population",
                "official_reference_start",
                "official_reference_end",
                "official_period_text",
                "official_standing",
                "official_publisher",
                "official_source_code",
                "official_source_name",
                "official_release_code",
                "official_release_name",
                "official_attributed_to",
                "official_locator",
                "official_as_printed",
                "official_sentence",
                "nearest_address",
                "nearest_page",
                "nearest_quantity",
                "nearest_measure",
                "nearest_measure_text",
                "nearest_unit",
                "nearest_per",
                "nearest_value_text",
                "nearest_subject_code",
                "nearest_subject_name",
                "nearest_level_code",
                "nearest_level_name",
                "nearest_place_code",
                "nearest_place_name",
                "nearest_industry_code",
                "nearest_industry_name",
                "nearest_population",
                "nearest_reference_start",
                "nearest_reference_end",
                "nearest_period_text",
                "nearest_standing",
                "nearest_publisher",
                "nearest_source_code",
                "nearest_source_name",
                "nearest_release_code",
                "nearest_release_name",
                "nearest_attributed_to",
                "nearest_locator",
                "nearest_as_printed",
                "nearest_sentence",
            ),
        )

    def figures(self, **query: Unpack[FiguresQuery]) -> Rows[FigureRow]:
        """Figures by their addresses, or all of a job: give `address` or `job`."""
        return Rows(
            self,
            "figures",
            query,
            (
                "address",
                "page",
                "quantity",
                "measure",
                "measure_text",
                "unit",
                "per",
                "value_text",
                "subject_code",
                "subject_name",
                "level_code",
                "level_name",
                "place_code",
                "place_name",
                "industry_code",
                "industry_name",
                "population",
                "reference_start",
                "reference_end",
                "period_text",
                "standing",
                "publisher",
                "source_code",
                "source_name",
                "release_code",
                "release_name",
                "attributed_to",
                "locator",
                "as_printed",
                "sentence",
                "url",
            ),
        )

    def industries(self, **query: Unpack[IndustriesQuery]) -> Rows[Industry]:
        """Kinds of business that figures are for."""
        return Rows(self, "industries", query, ("code", "url", "name", "scheme"))

    def jobs(self, **query: Unpack[JobsQuery]) -> Rows[JobName]:
        """Jobs: one row for each page, by title."""
        return Rows(self, "jobs", query, ("title", "slug", "code", "url", "page"))

    def moves(self, **query: Unpack[MoveListQuery]) -> Rows[WholeMove]:
        """A step from one job to the next that a source names."""
        return Rows(
            self,
            "moves",
            query,
            (
                "key",
                "career_slug",
                "career_title",
                "from_title",
                "to_title",
                "to_career_slug",
                "to_career_title",
                "takes",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "locator",
            ),
        )

    def occupations(self, **query: Unpack[OccupationsQuery]) -> Rows[Occupation]:
        """Coded groups of jobs that statistics count."""
        return Rows(
            self,
            "occupations",
            query,
            (
                "scheme",
                "code",
                "title",
                "url",
                "page",
                "level",
                "definition",
                "parent_scheme",
                "parent_code",
                "parent_title",
                "headline_address",
                "headline_page",
                "headline_quantity",
                "headline_measure",
                "headline_measure_text",
                "headline_unit",
                "headline_per",
                "headline_value_text",
                "headline_subject_code",
                "headline_subject_name",
                "headline_level_code",
                "headline_level_name",
                "headline_place_code",
                "headline_place_name",
                "headline_industry_code",
                "headline_industry_name",
                "headline_population",
                "headline_reference_start",
                "headline_reference_end",
                "headline_period_text",
                "headline_standing",
                "headline_publisher",
                "headline_source_code",
                "headline_source_name",
                "headline_release_code",
                "headline_release_name",
                "headline_attributed_to",
                "headline_locator",
                "headline_as_printed",
                "headline_sentence",
            ),
        )

    def outlooks(self, **query: Unpack[OutlooksQuery]) -> Rows[Outlook]:
        """How the number of jobs is said to change: guides' words for careers, the record's projections for occupations."""
        return Rows(
            self,
            "outlooks",
            query,
            (
                "key",
                "url",
                "page",
                "career_slug",
                "career_title",
                "occupation_scheme",
                "occupation_code",
                "occupation_title",
                "about_scheme",
                "about_code",
                "about_title",
                "group",
                "place_code",
                "place_name",
                "release_slug",
                "release_label",
                "release_period_start",
                "release_period_end",
                "growth_words",
                "reference_start",
                "reference_end",
                "population",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attributed_to",
                "locator",
                "as_printed",
                "rank",
                "note",
                "rank_reason",
            ),
        )

    def paths(self, **query: Unpack[PathsQuery]) -> Rows[Path]:
        """Ways to qualify: what you get, how long each takes, what it costs."""
        return Rows(
            self,
            "paths",
            query,
            (
                "key",
                "url",
                "page",
                "career_slug",
                "career_title",
                "name",
                "currency",
                "reference_start",
                "reference_end",
                "population",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attributed_to",
                "locator",
                "as_printed",
                "rank",
                "note",
                "rank_reason",
            ),
        )

    def places(self, **query: Unpack[PlacesQuery]) -> Rows[Place]:
        """Countries, states and areas that figures are for."""
        return Rows(self, "places", query, ("code", "url", "name", "kind", "parent_code", "parent_name"))

    def programs(self, **query: Unpack[ProgramsQuery]) -> Rows[ProgramOutcome]:
        """Programs of schools in the United States: who completed them, what graduates earn and owe, and what a year costs."""
        return Rows(
            self,
            "programs",
            query,
            (
                "key",
                "url",
                "page",
                "release_slug",
                "release_label",
                "release_period_start",
                "release_period_end",
                "school",
                "city",
                "state",
                "code",
                "title",
                "level",
                "tuition_year",
                "distance",
                "currency",
                "reference_start",
                "reference_end",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attribution",
                "locator",
            ),
        )

    def rank_disagreements(self, **query: Unpack[RankDisagreementsQuery]) -> Rows[RankDisagreement]:
        """Where two measures order the same jobs differently: rank correlation, and the ten jobs that differ most."""
        return Rows(
            self,
            "rank-disagreements",
            query,
            (
                "key",
                "first_source",
                "first_measure",
                "first_variant",
                "first_title",
                "first_looks_at",
                "second_source",
                "second_measure",
                "second_variant",
                "second_title",
                "second_looks_at",
                "sentence",
                "why",
            ),
        )

    def releases(self, **query: Unpack[ReleasesQuery]) -> Rows[Release]:
        """The vintages of statistical sources: those ready for readers, and those withdrawn with the reason why."""
        return Rows(
            self,
            "releases",
            query,
            (
                "slug",
                "label",
                "page",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "period_start",
                "period_end",
                "published_on",
                "next_due",
                "sha256",
                "state",
                "withdrawn_because",
                "note",
            ),
        )

    def requirements(self, **query: Unpack[RequirementsQuery]) -> Rows[Requirement]:
        """What employers ask for: any of a row's credentials meets it."""
        return Rows(
            self,
            "requirements",
            query,
            (
                "key",
                "url",
                "career_slug",
                "career_title",
                "label",
                "strength",
                "field_of_study",
                "scope",
                "condition",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attributed_to",
                "locator",
                "as_printed",
                "note",
            ),
        )

    def salaries(self, **query: Unpack[SalariesQuery]) -> Rows[Salary]:
        """What guides say of pay: one row for each group of people that a source gives pay for."""
        return Rows(
            self,
            "salaries",
            query,
            (
                "key",
                "url",
                "page",
                "career_slug",
                "career_title",
                "level_title",
                "about_scheme",
                "about_code",
                "about_title",
                "group",
                "place_code",
                "place_name",
                "industry_code",
                "industry_name",
                "currency",
                "pay_period",
                "converted_currency",
                "reference_start",
                "reference_end",
                "population",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attributed_to",
                "locator",
                "as_printed",
                "rank",
                "note",
                "rank_reason",
            ),
        )

    def schools(self, **query: Unpack[SchoolsQuery]) -> Rows[School]:
        """Institutions that teach after secondary school in the United States, by name."""
        return Rows(
            self,
            "schools",
            query,
            (
                "url",
                "page",
                "name",
                "city",
                "state",
                "control",
                "level",
                "website",
                "distance",
                "currency",
                "tuition_year",
            ),
        )

    def search(self, **query: Unpack[SearchQuery]) -> Rows[Hit]:
        """Careers and occupations by title, the best match first, with typing errors corrected."""
        return Rows(self, "search", query, ("kind", "code", "scheme", "name", "url", "page", "title", "stands_as"))

    def skills(self, **query: Unpack[SkillsQuery]) -> Rows[Skill]:
        """Skills and tools that sources name, each once for all careers."""
        return Rows(self, "skills", query, ("slug", "url", "name", "kind"))

    def sources(self, **query: Unpack[SourcesQuery]) -> Rows[Source]:
        """The documents and data sets that everything here is from."""
        return Rows(
            self,
            "sources",
            query,
            (
                "slug",
                "publisher",
                "title",
                "url",
                "self",
                "page",
                "kind",
                "licence",
                "licence_url",
                "attribution",
                "frequency",
                "retrieved_on",
                "note",
            ),
        )

    def times_to_entry(self, **query: Unpack[TimesToEntryQuery]) -> Rows[TimeToEntry]:
        """How long it takes from a starting point to being ready for a first job."""
        return Rows(
            self,
            "times-to-entry",
            query,
            (
                "key",
                "url",
                "page",
                "career_slug",
                "career_title",
                "starting_point",
                "covers",
                "reference_start",
                "reference_end",
                "population",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attributed_to",
                "locator",
                "as_printed",
                "rank",
                "note",
                "rank_reason",
            ),
        )

    def variants(self, **query: Unpack[VariantListQuery]) -> Rows[WholeVariant]:
        """A kind of the job that a source describes."""
        return Rows(
            self,
            "variants",
            query,
            (
                "key",
                "career_slug",
                "career_title",
                "name",
                "text",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "locator",
            ),
        )

    def wages(self, **query: Unpack[WagesQuery]) -> Rows[Wage]:
        """The record's pay: one row for each occupation, place and industry of each release."""
        return Rows(
            self,
            "wages",
            query,
            (
                "key",
                "url",
                "page",
                "release_slug",
                "release_label",
                "release_period_start",
                "release_period_end",
                "occupation_scheme",
                "occupation_code",
                "occupation_title",
                "place_code",
                "place_name",
                "industry_code",
                "industry_name",
                "currency",
                "reference_start",
                "reference_end",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attribution",
                "locator",
            ),
        )

    def work_from_home(self, **query: Unpack[WorkFromHomeQuery]) -> Rows[WorkFromHome]:
        """Whether the work of occupations can be done at home, as a study judges it; not how many people do so."""
        return Rows(
            self,
            "work-from-home",
            query,
            (
                "key",
                "url",
                "page",
                "release_slug",
                "release_label",
                "release_period_start",
                "release_period_end",
                "occupation_scheme",
                "occupation_code",
                "occupation_title",
                "as_printed",
                "reference_start",
                "reference_end",
                "source_slug",
                "source_publisher",
                "source_title",
                "source_url",
                "attribution",
                "locator",
            ),
        )

    def one_career(self, slug: object, **query: Unpack[OneCareerQuery]) -> Guide:
        """A career with everything its page shows; with `edition`, as an earlier edition had it."""
        found: Guide = self.get(f"careers/{part(slug)}/", query)
        return found

    def ladder(self, slug: object, **query: Unpack[LadderQuery]) -> Ladders:
        """The career paths of a career, each step with the pay its source states."""
        found: Ladders = self.get(f"careers/{part(slug)}/ladder/", query)
        return found

    def one_correction(self, number: object, **query: Unpack[OneCorrectionQuery]) -> Correction:
        """One correction."""
        found: Correction = self.get(f"corrections/{part(number)}/", query)
        return found

    def one_credential(self, slug: object, **query: Unpack[OneCredentialQuery]) -> Credential:
        """One credential."""
        found: Credential = self.get(f"credentials/{part(slug)}/", query)
        return found

    def one_edition(self, number: object, **query: Unpack[OneEditionQuery]) -> Edition:
        """One edition."""
        found: Edition = self.get(f"editions/{part(number)}/", query)
        return found

    def one_exposure_claim(self, key: object, **query: Unpack[OneExposureClaimQuery]) -> ExposureClaim:
        """What one guide says of how far AI reaches into a career."""
        found: ExposureClaim = self.get(f"exposure-claims/{part(key)}/", query)
        return found

    def one_exposure(
        self,
        source: object,
        release: object,
        code: object,
        measure: object,
        variant: object,
        **query: Unpack[OneExposureQuery],
    ) -> Exposure:
        """How far AI reaches into one occupation, by one measure of one study."""
        found: Exposure = self.get(
            f"exposures/{part(source)}/{part(release)}/{part(code)}/{part(measure)}/{part(variant)}/", query
        )
        return found

    def one_figure(self, address: object, **query: Unpack[OneFigureQuery]) -> FoundFigure:
        """One figure: how to cite it, when it changed, and the same figure of other releases."""
        found: FoundFigure = self.get(f"figures/{part(address)}/", query)
        return found

    def one_industry(self, code: object, **query: Unpack[OneIndustryQuery]) -> Industry:
        """One industry."""
        found: Industry = self.get(f"industries/{part(code)}/", query)
        return found

    def one_job(self, job: object, **query: Unpack[OneJobQuery]) -> Job:
        """One job whole, by its career’s slug or an occupation’s code; with `edition`, as an earlier edition had it."""
        found: Job = self.get(f"jobs/{part(job)}/", query)
        return found

    def one_occupation(self, code: object, **query: Unpack[OneOccupationQuery]) -> OccupationRecord:
        """One occupation: what the record says of it, and the careers tied to it."""
        found: OccupationRecord = self.get(f"occupations/{part(code)}/", query)
        return found

    def one_outlook(self, key: object, **query: Unpack[OneOutlookQuery]) -> Outlook:
        """How the number of jobs is said to change, by one source."""
        found: Outlook = self.get(f"outlooks/{part(key)}/", query)
        return found

    def one_path(self, key: object, **query: Unpack[OnePathQuery]) -> Path:
        """One way into a career."""
        found: Path = self.get(f"paths/{part(key)}/", query)
        return found

    def one_place(self, code: object, **query: Unpack[OnePlaceQuery]) -> Place:
        """One place."""
        found: Place = self.get(f"places/{part(code)}/", query)
        return found

    def one_program(
        self, release: object, school: object, cip: object, level: object, **query: Unpack[OneProgramQuery]
    ) -> ProgramOutcome:
        """One program of one school."""
        found: ProgramOutcome = self.get(f"programs/{part(release)}/{part(school)}/{part(cip)}/{part(level)}/", query)
        return found

    def one_release(self, source: object, release: object, **query: Unpack[OneReleaseQuery]) -> Release:
        """One vintage of a statistical source."""
        found: Release = self.get(f"releases/{part(source)}/{part(release)}/", query)
        return found

    def one_requirement(self, key: object, **query: Unpack[OneRequirementQuery]) -> Requirement:
        """What employers ask for, by one source."""
        found: Requirement = self.get(f"requirements/{part(key)}/", query)
        return found

    def one_salary(self, key: object, **query: Unpack[OneSalaryQuery]) -> Salary:
        """What a guide says one group of people is paid."""
        found: Salary = self.get(f"salaries/{part(key)}/", query)
        return found

    def one_school(self, unit_id: object, **query: Unpack[OneSchoolQuery]) -> School:
        """One school."""
        found: School = self.get(f"schools/{part(unit_id)}/", query)
        return found

    def one_skill(self, slug: object, **query: Unpack[OneSkillQuery]) -> Skill:
        """One skill or tool."""
        found: Skill = self.get(f"skills/{part(slug)}/", query)
        return found

    def one_source(self, slug: object, **query: Unpack[OneSourceQuery]) -> Source:
        """One source."""
        found: Source = self.get(f"sources/{part(slug)}/", query)
        return found

    def one_time_to_entry(self, key: object, **query: Unpack[OneTimeToEntryQuery]) -> TimeToEntry:
        """How long it takes from one starting point, by one source."""
        found: TimeToEntry = self.get(f"times-to-entry/{part(key)}/", query)
        return found

    def one_wage(
        self, release: object, code: object, place: object, industry: object, **query: Unpack[OneWageQuery]
    ) -> Wage:
        """One cell of one release."""
        found: Wage = self.get(f"wages/{part(release)}/{part(code)}/{part(place)}/{part(industry)}/", query)
        return found

    def one_work_from_home(
        self, source: object, release: object, code: object, **query: Unpack[OneWorkFromHomeQuery]
    ) -> WorkFromHome:
        """Whether the work of one occupation can be done at home."""
        found: WorkFromHome = self.get(f"work-from-home/{part(source)}/{part(release)}/{part(code)}/", query)
        return found

    def whole(self, table: str) -> WholeTable:
        """A whole table of the newest files, however long: "wages"."""
        return WholeTable(self, table)
