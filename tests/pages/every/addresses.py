"""One address or more for each template that a reader can come upon."""

THREE = "item=medical-records-administrator&item=health-information-technician&item=29-2072"
GUIDE = "/careers/medical-records-administrator/"

WITH_DATA = (
    "/",
    # Finding
    "/a-z/",
    "/a-z/m/",
    "/search/",
    "/search/?q=medcal+recrods",
    "/search/?q=zeppelin",
    "/careers/",
    "/careers/?median_min=abc&field=nope&page=99",
    "/occupations/",
    "/occupations/?q=records&ordering=-median",
    "/fit/",
    "/fit/?credential=rhit&education=associates-degree",
    "/schools/",
    "/schools/?state=AL&tuition_max=x",
    "/schools/100001/",
    # A career
    GUIDE,
    "/careers/medical-records-clerk/",
    f"{GUIDE}handout/",
    f"{GUIDE}readiness/",
    f"{GUIDE}readiness/?has[epic]=2&credential=rhit&years=2&now=38000",
    f"{GUIDE}readiness/words/",
    f"{GUIDE}toolkit/",
    f"{GUIDE}toolkit/?rung=3&pay=1",
    # An occupation
    "/occupations/29-2072/",
    "/occupations/15-1243/",
    "/occupations/29-2071/",
    "/occupations/29-2072/places/",
    "/occupations/29-2072/industries/",
    "/wages/may-2024/29-2072/US/",
    "/wages/may-2021/29-2072/US/",
    # Side by side
    "/compare/",
    "/compare/?item=29-2072",
    "/compare/?item=health-information-technician&item=health-information-manager",
    f"/compare/?{THREE}",
    f"/compare/?{THREE}&item=database-administrator",
    "/compare/?item=29-2072&item=nope&item=29-2072",
    # Figures and where they come from
    "/figures/himalayas-mra-range/",
    "/figures/himalayas-mra-level-1/#mean",
    "/figures/withdrawn-outlook/",
    "/disagreements/",
    "/fact-checks/",
    "/fact-checks/#himalayas-mra-median.median.29-2072",
    "/fact-checks/?verdict=not_checkable&source=nope",
    "/methodology/",
    "/sources/",
    "/sources/himalayas-medical-records-administrator/",
    "/sources/bls-oews/",
    "/sources/bls-oews/may-2024/",
    "/sources/bls-oews/may-2021/",
    # Editions
    "/changes/",
    "/changes/1/",
    "/corrections/",
    # Readers' reports
    "/report/?about=/careers/medical-records-administrator/",
    "/report/a-ticket/",
    "/report/?about=/nowhere/",
    # For programs
    "/api/",
    "/download/",
    # What is not there, not allowed or broken
    "/nowhere/",
    "/careers/nobody/",
    "/faults/400/",
    "/faults/403/",
    "/faults/403-form/",
    "/faults/500/",
    "/faults/503/",
    # For developers
    "/components/",
)

STATUSES = {
    "/occupations/29-2072/": 302,  # to the career that is the same job
    "/report/?about=/nowhere/": 404,
    "/nowhere/": 404,
    "/careers/nobody/": 404,
    "/faults/400/": 400,
    "/faults/403/": 403,
    "/faults/403-form/": 403,
    "/faults/500/": 500,
    "/faults/503/": 503,
    "/figures/withdrawn-outlook/": 410,
    "/wages/may-2021/29-2072/US/": 410,
}
"""What those answer that do not answer 200."""

WITHOUT_DATA = (
    "/",
    "/search/?q=zeppelin",
    "/a-z/",
    "/careers/",
    "/occupations/",
    "/fit/",
    "/fit/?credential=rhit",
    "/schools/",
    "/schools/100001/",
    "/careers/keeper/",
    "/careers/keeper/handout/",
    "/careers/keeper/readiness/",
    "/careers/keeper/readiness/words/",
    "/careers/keeper/toolkit/",
    "/occupations/19-1000/",
    "/occupations/19-1000/places/",
    "/occupations/19-1000/industries/",
    "/compare/",
    "/compare/?item=keeper&item=19-1000",
    "/disagreements/",
    "/fact-checks/",
    "/methodology/",
    "/sources/",
    "/sources/silent/",
    "/sources/silent/may-2024/",
    "/changes/",
    "/corrections/",
    "/api/",
    "/download/",
)
