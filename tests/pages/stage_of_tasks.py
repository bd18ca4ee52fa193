"""A few jobs with all that the tasks of test_tasks_in_browser.py look up, beside the guides and national pay."""

from tests import factories as make

NURSES, TECHNOLOGISTS, CLERKS, INSTALLERS = "29-1141", "29-2034", "43-9061", "47-4021"
JOBS = {
    # code: education, growth, percentile of social interests, a task
    NURSES: ("Bachelor's degree", "4.9", 7, "Give medicines to patients."),
    TECHNOLOGISTS: ("Associate's degree", "4.3", 6, "Take images of the body."),
    CLERKS: ("High school diploma or equivalent", "-6.7", 3, "Answer telephones."),
    INSTALLERS: ("High school diploma or equivalent", "4.5", 1, "Repair elevators."),
}
RATED = {
    # an element of O*NET: its name, and how important it is to nurses and to technologists
    "2.A.1.b": ("Active Listening", 4.3, 3.5),
    "2.C.5.a": ("Medicine and Dentistry", 4.6, 3.9),
    "1.D.1.a": ("Attention to Detail", 4.5, 4.8),
}
OHIO = (66_980, 79_200, 82_510, 99_030, 105_290)
NATION_IN_2022 = (61_250, 66_650, 81_220, 101_100, 129_400)
PRICES = {2022: "292.296", 2025: "321.465"}
OF_OHIO = {"code": "US-OH", "name": "Ohio", "kind": "state"}
MEASURES = ("annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90")


def tell() -> None:
    onet = make.ReleaseFactory(onet=True)
    survey = make.ReleaseFactory(source=make.SourceFactory(slug="bls-oews"), year=2022)
    this_year = make.ReleaseFactory(source=survey.source, year=2025)
    for code, (education, growth, social, task) in JOBS.items():
        job = make.OccupationFactory(code=code)
        whole = make.OccupationFactory(onet=True, code=f"{code}.00", parent=job, title=job.title)
        outlook = make.OutlookFactory(of_occupation=True, occupation=job, growth_percent=growth, as_printed=growth)
        make.TypicalEntryFactory(occupation=job, release=outlook.release, education=education)
        make.TaskFactory(occupation=whole, release=onet, statement=task)
        make.RatingFactory(occupation=whole, release=onet, element_code="1.B.1.d", scale_code="OI", value=social)
        make.JobZoneFactory(release=onet)
        make.OccupationJobZoneFactory(occupation=whole, release=onet)
    make.ScaleFactory(release=onet)
    for element, (name, *values) in RATED.items():
        make.ElementFactory(release=onet, code=element, name=name)
        for code, value in zip((NURSES, TECHNOLOGISTS), values, strict=True):
            whole = make.OccupationFactory(onet=True, code=f"{code}.00")
            make.RatingFactory(occupation=whole, release=onet, element_code=element, value=value)
    nurses = make.OccupationFactory(code=NURSES)
    make.OccupationTitleFactory(occupation=nurses, release=onet, title="Nurse")
    make.OccupationTitleFactory(occupation=make.OccupationFactory(code=CLERKS), release=onet, title="Clerk")
    make.WageFactory(occupation=nurses, release=survey, **_pay(NATION_IN_2022))
    make.WageFactory(occupation=nurses, release=this_year, place=make.PlaceFactory(**OF_OHIO), **_pay(OHIO))
    prices = make.ReleaseFactory(prices=True)
    for year, level in PRICES.items():
        make.PriceIndexFactory(release=prices, year=year, value=level)
    whole = make.OccupationFactory(onet=True, code=f"{NURSES}.00")
    make.ExposureFactory(occupation=whole, percentile=67)
    make.ExposureFactory(occupation=whole, measure="alpha", variant="model", percentile=27)
    for state, city in (("OH", "Akron"), ("AL", "Normal")):
        make.SchoolFactory(state=state, city=city, name=f"{city} College")


def _pay(amounts: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(MEASURES, amounts, strict=True))
