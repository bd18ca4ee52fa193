"""A career of which everything is said, as often as asked."""

from careers.models import Career, OccupationMatch, Section
from tests import factories as make


def tell_everything(times: int = 1) -> Career:
    """A career with `times` rows of everything a guide can hold, each from a source of its own, and its record."""
    career = make.CareerFactory()
    for _ in range(times):
        _tell(career)
    return career


def _tell(career):
    source = make.SourceFactory()
    said = {"career": career, "source": source}
    for kind in Section.Kind.values:
        make.SectionFactory(**said, kind=kind, body=f"Words on {kind}.")
    _tell_lists(said)
    _tell_figures(said)
    _tell_record(career)


def _tell_lists(said):
    for factory in (
        make.AlternateTitleFactory,
        make.ResponsibilityFactory,
        make.VariantFactory,
        make.MoveFactory,
        make.CareerSkillFactory,
        make.EmployerFactory,
        make.PointFactory,
        make.QuestionFactory,
        make.RelatedCareerFactory,
        make.OrganisationFactory,
        make.ToolkitEntryFactory,
        make.StepFactory,
    ):
        factory(**said)
    make.CareerSkillFactory(**said, skill=make.SkillFactory(soft=True))
    make.CareerSkillFactory(**said, skill=make.SkillFactory(tool=True))
    make.PointFactory(**said, con=True)
    make.RelatedCareerFactory(career=make.CareerFactory(), related=said["career"], source=said["source"])
    make.RequirementFactory(**said, credentials=[make.CredentialFactory(), make.CredentialFactory()])


def _tell_figures(said):
    ladder = make.LadderFactory(**said)
    for position, (first, last) in enumerate([(0, 2), (2, 5), (5, None)], start=1):
        rung = make.RungFactory(
            ladder=ladder, source=said["source"], position=position, years_min=first, years_max=last
        )
        make.SalaryFactory(**said, level=rung, median=30_000 + 10_000 * position, mean=32_000 + 10_000 * position)
    make.SalaryFactory(**said, in_may_2023=True, credited_to_bls=True)
    make.SalaryFactory(**said, open_ended=True)
    make.SalaryFactory(**said, abroad=True)
    make.OutlookFactory(**said)
    make.OutlookFactory(**said, openings=True)
    make.PathFactory(**said, with_cost=True, credentials=[make.CredentialFactory()])
    make.PathFactory(**said, name="Degree", months_min=24, months_max=48)
    make.TimeToEntryFactory(**said)
    make.ExposureClaimFactory(**said)


def _tell_record(career):
    occupation = make.OccupationFactory()
    make.OccupationMatchFactory(career=career, occupation=occupation, match=OccupationMatch.Match.NARROWER)
    for year in (2023, 2024):
        make.WageFactory(occupation=occupation, release=make.ReleaseFactory(year=year))
    make.OutlookFactory(of_occupation=True, occupation=occupation)
    make.ExposureFactory(copilot=True, occupation=occupation)
    make.WorkFromHomeFactory(occupation=occupation)
