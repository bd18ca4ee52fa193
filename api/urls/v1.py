"""Version 1 is stable; incompatible changes need version 2."""

from django.urls import path, re_path
from rest_framework.urlpatterns import format_suffix_patterns

from api.urls import converters  # noqa: F401  makes <code:…> known
from api.views import (
    careers,
    claims,
    comparison,
    corrections,
    correspondences,
    credentials,
    disagreements,
    editions,
    fact_checks,
    figures,
    index,
    industries,
    jobs,
    net_changes,
    not_found,
    occupations,
    places,
    rank_disagreements,
    readiness,
    releases,
    requirements,
    schema,
    schools,
    search,
    skills,
    sources,
)
from api.views.guide_parts import PARTS, list_of_part
from api.views.statements import item_of, list_of
from facts.kinds import StatementKind, kinds


def address_of(kind: StatementKind) -> str:
    """For example "salaries/<slug:key>/"."""
    parts = ("code" if column.endswith("code") else "slug" for column in kind.address.values())
    return "/".join([kind.slug, *(f"<{part}:{name}>" for part, name in zip(parts, kind.address, strict=True)), ""])


lists = [
    path("jobs/", jobs.Jobs.as_view(), name="jobs"),
    path("careers/", careers.Careers.as_view(), name="careers"),
    path("occupations/", occupations.Occupations.as_view(), name="occupations"),
    *(path(f"{kind.slug}/", list_of(kind).as_view(), name=kind.slug) for kind in kinds()),
    path("requirements/", requirements.Requirements.as_view(), name="requirements"),
    *(path(f"{name}/", list_of_part(name).as_view(), name=name) for name in PARTS),
    path("credentials/", credentials.Credentials.as_view(), name="credentials"),
    path("skills/", skills.Skills.as_view(), name="skills"),
    path("places/", places.Places.as_view(), name="places"),
    path("industries/", industries.Industries.as_view(), name="industries"),
    path("correspondences/", correspondences.Correspondences.as_view(), name="correspondences"),
    path("schools/", schools.Schools.as_view(), name="schools"),
    path("sources/", sources.Sources.as_view(), name="sources"),
    path("releases/", releases.ReleasesView.as_view(), name="releases"),
    path("editions/", editions.Editions.as_view(), name="editions"),
    path("changes/", net_changes.ChangesBetween.as_view(), name="changes"),
    path("corrections/", corrections.Corrections.as_view(), name="corrections"),
    path("disagreements/", disagreements.Disagreements.as_view(), name="disagreements"),
    path("rank-disagreements/", rank_disagreements.RankDisagreements.as_view(), name="rank-disagreements"),
    path("fact-checks/", fact_checks.FactChecks.as_view(), name="fact-checks"),
    path("claims/", claims.Claims.as_view(), name="claims"),
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("search/", search.Search.as_view(), name="search"),
]
rows = [
    path("jobs/<code:job>/", jobs.OneJob.as_view(), name="job"),
    path("careers/<slug:slug>/", careers.OneCareer.as_view(), name="career"),
    path("careers/<slug:slug>/ladder/", careers.LadderView.as_view(), name="ladder"),
    path("occupations/<code:code>/", occupations.OneOccupation.as_view(), name="occupation"),
    *(path(address_of(kind), item_of(kind).as_view(), name=kind.one) for kind in kinds()),
    path("requirements/<slug:key>/", requirements.OneRequirement.as_view(), name="requirement"),
    path("credentials/<slug:slug>/", credentials.OneCredential.as_view(), name="credential"),
    path("skills/<slug:slug>/", skills.OneSkill.as_view(), name="skill"),
    path("places/<code:code>/", places.OnePlace.as_view(), name="place"),
    path("industries/<code:code>/", industries.OneIndustry.as_view(), name="industry"),
    path("schools/<slug:unit_id>/", schools.OneSchool.as_view(), name="school"),
    path("sources/<slug:slug>/", sources.OneSource.as_view(), name="source"),
    path("releases/<slug:source>/<slug:release>/", releases.OneRelease.as_view(), name="release"),
    path("editions/<int:number>/", editions.OneEdition.as_view(), name="edition"),
    path("figures/<path:address>/", figures.OneFigure.as_view(), name="figure"),
    path("corrections/<int:number>/", corrections.OneCorrection.as_view(), name="correction"),
    path("compare/", comparison.Compare.as_view(), name="compare"),
    path("readiness/", readiness.ReadinessView.as_view(), name="readiness"),
    path("schema/", schema.Schema.as_view(), name="schema"),
]

urlpatterns = [
    path("", index.Index.as_view(), name="index"),
    *format_suffix_patterns(lists, allowed=["json", "csv"]),
    *format_suffix_patterns(rows, allowed=["json"]),
    re_path(r"", not_found.NotFoundView.as_view(), name="nowhere"),
]
