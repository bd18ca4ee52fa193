"""The rows that the addresses ask for, beside the guides; and those of which nothing is told."""

from tests import factories as make


def tell_all() -> None:
    """Beside the guides: pay by place and industry, a school, a correction, and a release that was withdrawn."""
    year = make.ReleaseFactory(year=2024)
    for of in ({"place": make.PlaceFactory(california=True)}, {"industry": make.IndustryFactory(naics=True)}):
        make.WageFactory(occupation=_specialists(), release=year, **of)
    _tell_what_was_withdrawn()
    _tell_school()
    make.ReportFactory(ticket="a-ticket", answered=True)
    make.CorrectionFactory(
        edition=make.EditionFactory(number=99), statement="himalayas-mra-range", model="salaries.salary", field="range"
    )


def tell_nothing() -> None:
    """A career, an occupation, a source, a release and a school, each with its name and no more."""
    make.CareerFactory(slug="keeper", title="Keeper of Scrolls")
    make.OccupationFactory(code="19-1000", title="Keepers")
    make.ReleaseFactory(source=make.SourceFactory(slug="silent"))
    make.SchoolFactory(unit_id=100_001, control="", level="", website="")


def _specialists():
    return make.OccupationFactory(code="29-2072")


def _tell_what_was_withdrawn():
    withdrawn = make.ReleaseFactory(year=2021, withdrawn=True)
    make.WageFactory(occupation=_specialists(), release=withdrawn)
    projections = make.OutlookFactory(of_occupation=True, key="withdrawn-outlook", release__slug="2019-29")
    projections.release.state = "withdrawn"
    projections.release.withdrawn_because = "The file was damaged."
    projections.release.save()


def _tell_school():
    school = make.SchoolFactory(unit_id=100_001)
    make.SchoolOfferFactory(unit_id=school.unit_id)
    make.TuitionFactory(unit_id=school.unit_id)
    make.ProgramOutcomeFactory(unit_id=school.unit_id)
    make.ProgramOutcomeFactory(suppressed=True)
    make.ProgrammeOccupationFactory(occupation=_specialists(), code="51.0707")
