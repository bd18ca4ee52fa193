from typing import cast

from django.db.models import Model, QuerySet
from django.http import QueryDict
from rest_framework import serializers

from api.export import parts
from api.export.records import records
from api.export.table import Table
from api.serializers import guide_parts
from api.serializers.base import RowSerializer
from api.views import (
    careers,
    claims,
    corrections,
    correspondences,
    credentials,
    disagreements,
    editions,
    fact_checks,
    industries,
    occupations,
    places,
    rank_disagreements,
    releases,
    requirements,
    skills,
    sources,
)
from api.views.guide_parts import PARTS, list_of_part
from api.views.lists import ListView
from api.views.statements import list_of
from careers.models import CareerSkill, Crosswalk, Ladder, Point, Rung
from facts.kinds import kinds
from facts.models import Change


def _listed(view: type[ListView], *key: str) -> Table:
    def rows() -> QuerySet:
        listed = view()
        return cast(QuerySet, listed.shown(cast(QuerySet, listed.rows({}))))

    return Table(view.noun, cast(type[serializers.Serializer], view.serializer), rows, key)


def _found(view: type[ListView]) -> Table:
    def rows() -> QuerySet | list:
        return view().select(view.filters(QueryDict()))

    return Table(view.noun, cast(type[serializers.Serializer], view.serializer), rows, ("key",), refers_to_many=True)


def _part(name: str, serializer: type[RowSerializer]) -> Table:
    return _rows(name, guide_parts.with_career(serializer), serializer.Meta.model, "career")


def _rows(name: str, serializer: type[RowSerializer], model: type[Model], *related: str) -> Table:
    wanted = [field for field in ("source", "industry", "occupation", "related", "skill") if hasattr(model, field)]
    return Table(name, serializer, lambda: model.objects.select_related(*related, *wanted).order_by("pk"), ("key",))


_BEFORE_STATEMENTS = (
    # Where everything comes from
    _listed(sources.Sources, "slug"),
    _listed(releases.ReleasesView, "source_slug", "slug"),
    _listed(editions.Editions, "number"),
    # What everything is about
    _listed(careers.Careers, "slug"),
    _listed(occupations.Occupations, "scheme", "code"),
    _listed(places.Places, "code"),
    _listed(industries.Industries, "code"),
    _listed(skills.Skills, "slug"),
    _listed(credentials.Credentials, "slug"),
)
_AFTER_STATEMENTS = (
    # What guides tell besides
    _listed(requirements.Requirements, "key"),
    _part("alternate-titles", guide_parts.AlternateTitleSerializer),
    _part("occupation-matches", guide_parts.OccupationMatchSerializer),
    _part("sections", guide_parts.SectionSerializer),
    _part("responsibilities", guide_parts.ResponsibilitySerializer),
    _rows("career-skills", parts.CareerSkillRowSerializer, CareerSkill, "career"),
    _rows("ladders", parts.LadderRowSerializer, Ladder, "career"),
    _rows("rungs", parts.RungRowSerializer, Rung, "ladder__career"),
    *(_listed(list_of_part(name), "key") for name in PARTS),
    _part("steps", guide_parts.StepSerializer),
    _part("organisations", guide_parts.OrganisationSerializer),
    _rows("points", parts.PointRowSerializer, Point, "career"),
    _part("questions", guide_parts.QuestionSerializer),
    _part("related-careers", guide_parts.RelatedCareerSerializer),
    _part("toolkit-entries", guide_parts.ToolkitEntrySerializer),
    _listed(
        correspondences.Correspondences,
        "release_slug",
        "occupation_scheme",
        "occupation_code",
        "counterpart_scheme",
        "counterpart_code",
    ),
    _rows("crosswalks", parts.CrosswalkRowSerializer, Crosswalk, "from_occupation", "to_occupation"),
)


_FOUND = (
    # What was found by comparing, and what changed
    _found(claims.Claims),
    _found(fact_checks.FactChecks),
    _found(disagreements.Disagreements),
    _found(rank_disagreements.RankDisagreements),
    _listed(corrections.Corrections, "statement", "field", "edition"),
    Table("changes", parts.ChangeRowSerializer, lambda: Change.objects.select_related("edition").order_by("pk"), ()),
)


def tables() -> tuple[Table, ...]:
    statements = (_listed(list_of(kind), *kind.identified_by) for kind in kinds())
    return (*_BEFORE_STATEMENTS, *statements, *_AFTER_STATEMENTS, *records(), *_FOUND)
