"""Tables that no list of the API gives row by row."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import QuerySet

from api.export.table import Table
from api.left_out import ANYWHERE
from api.serializers.base import Name, RowSerializer
from api.serializers.careers import CareerNameSerializer
from api.serializers.industries import IndustryNameSerializer
from api.serializers.occupations import OccupationNameSerializer
from api.serializers.places import PlaceNameSerializer
from careers import models as careers
from education import models as education
from facts import models as facts
from facts.models.released import Released
from money import models as money


class _SourceKey(Name):
    class Meta:
        model = facts.Source
        fields = ("slug",)


class _ReleaseKey(Name):
    class Meta:
        model = facts.Release
        fields = ("slug",)


class _EditionKey(Name):
    class Meta:
        model = facts.Edition
        fields = ("number",)


NAMES: dict[type[models.Model], type[Name]] = {
    careers.Career: CareerNameSerializer,
    careers.Occupation: OccupationNameSerializer,
    facts.Edition: _EditionKey,
    facts.Industry: IndustryNameSerializer,
    facts.Place: PlaceNameSerializer,
    facts.Release: _ReleaseKey,
}
KEYS = {
    "release": ("source_slug", "release_slug"),
    "occupation": ("occupation_scheme", "occupation_code"),
    "related": ("related_scheme", "related_code"),
    "place": ("place_code",),
    "industry": ("industry_code",),
}
NOT_SHOWN = frozenset((*ANYWHERE, "row", "document")) - {"position"}


def records() -> Iterator[Table]:
    yield from (_record(*each) for each in RECORDS)


def _record(name: str, model: type[models.Model], about: str) -> Table:
    serializer = _serializer(model, about)

    def rows() -> QuerySet:
        manager: Any = model._default_manager
        return (manager.published() if issubclass(model, Released) else manager.all()).order_by("pk")

    return Table(name, serializer, rows, tuple(_key(model)))


def _serializer(model: type[models.Model], about: str) -> type[RowSerializer]:
    columns = [field for field in model._meta.concrete_fields if field.name not in NOT_SHOWN]
    related = {field.name: NAMES[field.related_model]() for field in columns if field.related_model}
    source = {"source": _SourceKey(source="release.source")} if issubclass(model, Released) else {}
    names = (*source, *related, *(field.name for field in columns if not field.related_model))
    meta = type("Meta", (), {"model": model, "fields": names})
    return type(f"{model.__name__}Record", (RowSerializer,), {"__doc__": about, "Meta": meta, **source, **related})


def _key(model: type[models.Model]) -> Iterator[str]:
    """None where a column may be empty."""
    unique = [each for each in model._meta.constraints if isinstance(each, models.UniqueConstraint)]
    fields = unique[0].fields if unique else [field.name for field in model._meta.concrete_fields if field.unique][1:2]
    if not any(model._meta.get_field(name).null for name in fields):
        for name in fields:
            yield from KEYS.get(name, (name,))


RECORDS: tuple[tuple[str, type[models.Model], str], ...] = (
    # What releases call what they count
    ("occupation-names", careers.OccupationName, "What a release calls an occupation."),
    ("place-names", facts.PlaceName, "What a release calls a place."),
    ("industry-names", facts.IndustryName, "What a release calls an industry."),
    ("fields", careers.Field, "A field of work that careers are in."),
    ("former-addresses", careers.FormerSlug, "An earlier address of a career."),
    # What people in an occupation do and need, by O*NET
    ("occupation-titles", careers.OccupationTitle, "A title that people use for work which an occupation counts."),
    ("tasks", careers.Task, "A task of an occupation, in the publisher’s words."),
    ("ratings", careers.Rating, "How an occupation is rated for one element on one scale."),
    ("elements", careers.Element, "A skill, ability, interest or the like that occupations are rated for."),
    ("scales", careers.Scale, "A scale of ratings."),
    ("category-shares", careers.CategoryShare, "How many people gave one answer: education, experience, training."),
    ("element-categories", careers.ElementCategory, "An answer that people could give."),
    ("occupation-tools", careers.OccupationTool, "Technology or a tool that an occupation uses."),
    ("occupation-job-zones", careers.OccupationJobZone, "How much preparation an occupation needs: its job zone."),
    ("job-zones", careers.JobZone, "What a job zone means, in the publisher’s words."),
    ("related-occupations", careers.RelatedOccupation, "An occupation that is like another."),
    ("typical-entries", careers.TypicalEntry, "Education, experience and training typical for entry, by projections."),
    # Schools and fields of study
    ("schools", education.School, "An institution that teaches after secondary school, in one release."),
    ("school-offers", education.SchoolOffer, "What an institution awards, and whether it teaches at a distance."),
    ("tuition", education.Tuition, "What a year costs at an institution, in US dollars."),
    ("fields-of-study", education.Programme, "A field of study, by its CIP code."),
    ("field-of-study-occupations", education.ProgrammeOccupation, "An occupation a field of study prepares for."),
    # Money
    ("price-indexes", money.PriceIndex, "Consumer prices of a month, or of a year on average."),
    ("exchange-rates", money.ExchangeRate, "What a currency was worth on a day, or on average."),
    ("purchasing-powers", money.PurchasingPower, "How much local money buys what one US dollar buys."),
    ("regional-prices", money.RegionalPrice, "Prices in a state or area, where those of the country are 100."),
)
