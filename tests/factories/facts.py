"""Sources, releases, places, industries, editions; and what every row from a source has in common."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count

import factory
from django.contrib.auth import get_user_model
from django.db import models
from factory.django import DjangoModelFactory

from accounts.models import SignIn
from editorial.models import (
    Draft,
    DraftEditor,
    DraftEvent,
    KeptForm,
    LinkCheck,
    MissedSearch,
    Proposal,
    Report,
    ReportCount,
    TakenForm,
)
from facts.models import (
    Change,
    Correction,
    Edition,
    FrozenGuide,
    FrozenJob,
    Industry,
    Place,
    Release,
    Rendering,
    Source,
)
from facts.models.frozen_job import pack
from ingest.models import LoadedRow

_numbers = count(1)


class SourceFactory(DjangoModelFactory):
    """A guide; with a trait the statistics, the classification or the editors."""

    class Meta:
        model = Source
        django_get_or_create = ("slug",)

    class Params:
        statistics = factory.Trait(
            slug="bls-oews",
            publisher="US Bureau of Labor Statistics",
            title="Occupational Employment and Wage Statistics",
            also_called=["BLS"],
            kind=Source.Kind.STATISTICS,
        )
        classification = factory.Trait(
            slug="soc",
            publisher="US Bureau of Labor Statistics",
            title="Standard Occupational Classification",
            kind=Source.Kind.CLASSIFICATION,
        )
        onet = factory.Trait(
            slug="onet",
            publisher="US Department of Labor",
            title="O*NET Database",
            kind=Source.Kind.STATISTICS,
        )
        research = factory.Trait(publisher="A study", title="What a study finds", kind=Source.Kind.RESEARCH)
        prices = factory.Trait(
            slug="bea-rpp",
            publisher="US Bureau of Economic Analysis",
            title="Regional Price Parities",
            kind=Source.Kind.STATISTICS,
        )
        editorial = factory.Trait(
            slug="rungs-editors", publisher="Rungs", title="Editors’ judgement", kind=Source.Kind.EDITORIAL
        )

    slug = factory.Sequence(lambda n: f"guide-{n}")
    publisher = factory.Sequence(lambda n: f"Publisher {n}")
    title = factory.Sequence(lambda n: f"Complete career guide {n}")
    kind = Source.Kind.GUIDE


class NumberedFactory(DjangoModelFactory):
    """Takes a plain number where the row holds a Decimal, as a row read from the database does."""

    class Meta:
        abstract = True

    @classmethod
    def _adjust_kwargs(cls, **said):
        fields = cls._meta.model._meta.concrete_fields
        decimals = {field.name for field in fields if isinstance(field, models.DecimalField)}
        plain = {name for name in decimals & said.keys() if isinstance(said[name], int | str)}
        return said | {name: Decimal(said[name]) for name in plain}


class SourcedFactory(NumberedFactory):
    """What every row taken from a source has: a key that no other row has, a source, a place in it."""

    class Meta:
        abstract = True

    key = factory.LazyFunction(lambda: f"row-{next(_numbers)}")
    source = factory.SubFactory(SourceFactory)
    locator = "Key facts, row 1"


class StatementFactory(SourcedFactory):
    """What every statement has besides: its characters as printed; with traits a month, a credit, a rank."""

    class Meta:
        abstract = True

    class Params:
        in_may_2023 = factory.Trait(reference_start=date(2023, 5, 1), reference_end=date(2023, 5, 31))
        credited_to_bls = factory.Trait(attributed_to="BLS")
        deprecated = factory.Trait(rank="deprecated", rank_reason="A later edition corrects it.")

    as_printed = "47,190"


class ReleaseFactory(DjangoModelFactory):
    """May 2024 of the statistics, ready; with a trait still importing, or withdrawn."""

    class Meta:
        model = Release
        django_get_or_create = ("source", "slug")

    class Params:
        year = 2024
        onet = factory.Trait(source=factory.SubFactory(SourceFactory, onet=True), slug="29-0", label="29.0")
        scorecard = factory.Trait(
            source=factory.SubFactory(
                SourceFactory,
                statistics=True,
                slug="college-scorecard",
                publisher="US Department of Education",
                title="College Scorecard, field of study",
            ),
            slug="2026-06-10",
            label="June 10, 2026",
            period_start=None,
            period_end=None,
            published_on=date(2026, 6, 10),
        )
        tuition = factory.Trait(
            source=factory.SubFactory(SourceFactory, statistics=True, slug="nces-ipeds", title="IPEDS"),
            slug="tuition-2022",
            label="Tuition, 2022–23",
        )
        study = ""
        prices = factory.Trait(source=factory.SubFactory(SourceFactory, prices=True), slug="2023", label="2023")
        importing = factory.Trait(state=Release.State.IMPORTING)
        withdrawn = factory.Trait(state=Release.State.WITHDRAWN, withdrawn_because="The file was damaged.")

    source = factory.Maybe(
        "study",
        yes_declaration=factory.SubFactory(SourceFactory, research=True, slug=factory.SelfAttribute("..study")),
        no_declaration=factory.SubFactory(SourceFactory, statistics=True),
    )
    slug = factory.LazyAttribute(lambda release: f"may-{release.year}")
    label = factory.LazyAttribute(lambda release: f"May {release.year}")
    period_start = factory.LazyAttribute(lambda release: date(release.year, 5, 1))
    period_end = factory.LazyAttribute(lambda release: date(release.year, 5, 31))
    state = Release.State.READY


class PlaceFactory(DjangoModelFactory):
    """The United States; with a trait Canada, California or a metropolitan area."""

    class Meta:
        model = Place
        django_get_or_create = ("code",)

    class Params:
        canada = factory.Trait(code="CA", name="Canada")
        california = factory.Trait(
            code="US-CA",
            name="California",
            kind=Place.Kind.STATE,
            parent=factory.SubFactory("tests.factories.PlaceFactory"),
        )
        metro = factory.Trait(
            code="31080",
            name="Los Angeles-Long Beach-Anaheim, CA",
            kind=Place.Kind.METRO,
            parent=factory.SubFactory("tests.factories.PlaceFactory", california=True),
        )

    code = "US"
    name = "United States"
    kind = Place.Kind.COUNTRY


class IndustryFactory(DjangoModelFactory):
    """An industry in a guide's words; with a trait all of them, or one by its NAICS code."""

    class Meta:
        model = Industry
        django_get_or_create = ("code",)

    class Params:
        everything = factory.Trait(code=Industry.ALL, name="All industries", scheme=Industry.Scheme.NAICS)
        naics = factory.Trait(code="622000", name="Hospitals", scheme=Industry.Scheme.NAICS)

    code = factory.Sequence(lambda n: f"industry-{n}")
    name = factory.Sequence(lambda n: f"Industry {n}")
    scheme = Industry.Scheme.GUIDE


def next_number() -> int:
    """The number after those of the editions there are, whoever has made them."""
    return (Edition.objects.aggregate(newest=models.Max("number"))["newest"] or 0) + 1


class EditionFactory(DjangoModelFactory):
    """An edition that a load made."""

    class Meta:
        model = Edition

    number = factory.LazyFunction(next_number)
    act = Edition.Act.LOAD
    reason = "Loaded from common.yaml."


class ChangeFactory(DjangoModelFactory):
    """That an edition added a salary."""

    class Meta:
        model = Change

    edition = factory.SubFactory(EditionFactory)
    kind = Change.Kind.CREATED
    model = "salaries.salary"
    key = factory.LazyFunction(lambda: f"row-{next(_numbers)}")
    title = "Senior Medical Records Administrator: $65k USD"


class CorrectionFactory(DjangoModelFactory):
    """That a median was revised."""

    class Meta:
        model = Correction

    edition = factory.SubFactory(EditionFactory)
    model = "salaries.salary"
    statement = factory.LazyFunction(lambda: f"row-{next(_numbers)}")
    field = "median"
    title = "Senior Medical Records Administrator: $65k USD"
    before = "Median: $64,000 a year"
    after = "Median: $65,000 a year"


class AccountFactory(DjangoModelFactory):
    """Somebody with an account, and no rights."""

    class Meta:
        model = get_user_model()

    username = factory.Sequence(lambda n: f"account-{n}")
    password = "!"


class SignInFactory(DjangoModelFactory):
    """Somebody signed in with their password."""

    class Meta:
        model = SignIn

    user = factory.SubFactory(AccountFactory)
    network = "203.0.113.0/24"
    method = SignIn.Method.PASSWORD
    outcome = SignIn.Outcome.SIGNED_IN


class DraftFactory(DjangoModelFactory):
    """An author's draft, with nothing in it yet."""

    class Meta:
        model = Draft

    class Params:
        waiting = factory.Trait(
            state=Draft.State.WAITING,
            reason="The guide was corrected.",
            submitted_at=datetime(2026, 1, 2, tzinfo=UTC),
        )

    author = factory.SubFactory(AccountFactory)


class DraftEditorFactory(DjangoModelFactory):
    """Somebody else who writes in a draft."""

    class Meta:
        model = DraftEditor

    draft = factory.SubFactory(DraftFactory)
    editor = factory.SubFactory(AccountFactory)


class DraftEventFactory(DjangoModelFactory):
    """That somebody said something of a draft."""

    class Meta:
        model = DraftEvent

    draft = factory.SubFactory(DraftFactory)
    by = factory.SubFactory(AccountFactory)
    kind = DraftEvent.Kind.COMMENT
    text = "Is that so?"


class ProposalFactory(DjangoModelFactory):
    """That a draft changes a place's name."""

    class Meta:
        model = Proposal

    draft = factory.SubFactory(DraftFactory)
    position = 1
    kind = Proposal.Kind.CHANGED
    model = "facts.place"
    row = factory.Sequence(lambda n: n + 1)
    title = "Ohio"
    base_version = 1
    before = {"name": "Ohio"}
    after = {"name": "The State of Ohio"}


class FrozenGuideFactory(DjangoModelFactory):
    """How an edition left a guide of which there is little to tell."""

    class Meta:
        model = FrozenGuide

    edition = factory.SubFactory(EditionFactory)
    career_slug = "medical-records-administrator"
    document = factory.LazyFunction(lambda: {"slug": "medical-records-administrator"})


class FrozenJobFactory(DjangoModelFactory):
    """How the first edition left a job of which there is little to tell."""

    class Meta:
        model = FrozenJob

    job = factory.Sequence(lambda n: f"soc-2018:29-{n:04}")
    first = last = 1
    made_by = "0" * 64
    packed = factory.LazyFunction(lambda: pack('{"title":"Records Specialists","sentence":"","url":"/"}'))


class RenderingFactory(DjangoModelFactory):
    """A page as it was last made."""

    class Meta:
        model = Rendering

    name = factory.Sequence(lambda n: f"page job-{n}")
    digest = "0" * 64
    text = "{}"


class LoadedRowFactory(DjangoModelFactory):
    """How a fixture left a place."""

    class Meta:
        model = LoadedRow

    model = "facts.place"
    key = factory.Sequence(lambda n: f'["place-{n}"]')
    file = "common.yaml"
    digest = "0" * 64


class ReportFactory(DjangoModelFactory):
    """That a reader says a place is called otherwise."""

    class Meta:
        model = Report

    class Params:
        answered = factory.Trait(
            state=Report.State.ANSWERED,
            answer="The source says so on page 2.",
            settled_by=factory.SubFactory(AccountFactory),
            settled_at=datetime(2026, 1, 3, tzinfo=UTC),
        )
        taken_up = factory.Trait(
            state=Report.State.TAKEN_UP,
            draft=factory.SubFactory(DraftFactory),
            settled_by=factory.SubFactory(AccountFactory),
            settled_at=datetime(2026, 1, 3, tzinfo=UTC),
        )

    page = "/careers/"
    title = "Ohio"
    model = "facts.place"
    row = factory.Sequence(lambda n: n + 1)
    wrong = "It has another name."


class KeptFormFactory(DjangoModelFactory):
    """What somebody typed on a form and did not save."""

    class Meta:
        model = KeptForm

    author = factory.SubFactory(AccountFactory)
    page = factory.Sequence(lambda n: f"/admin/facts/place/{n}/change/")
    fields = factory.LazyFunction(lambda: [["name", "Ohio", []]])


class LinkCheckFactory(DjangoModelFactory):
    """An address that answered."""

    class Meta:
        model = LinkCheck

    url = factory.Sequence(lambda n: f"https://guide-{n}.example/")
    answer = "200 OK"


class TakenFormFactory(DjangoModelFactory):
    """A form that was saved."""

    class Meta:
        model = TakenForm

    author = factory.SubFactory(AccountFactory)
    token = factory.Sequence(lambda n: f"{n:032x}")
    answer = "/admin/"


class ReportCountFactory(DjangoModelFactory):
    """That one report has come from an address."""

    class Meta:
        model = ReportCount

    address = factory.Sequence(lambda n: f"{n:064x}")
    window = datetime(2026, 1, 2, 3, tzinfo=UTC)
    reports = 1


class MissedSearchFactory(DjangoModelFactory):
    """Words that one reader found nothing by."""

    class Meta:
        model = MissedSearch

    words = factory.Sequence(lambda n: f"zeppelin pilot {n}")
    times = 1
    last_on = date(2026, 1, 2)
