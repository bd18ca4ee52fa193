"""What the database refuses of the record of occupations."""

from tests.constraints import Case, Twin
from tests.factories import (
    CategoryShareFactory,
    CorrespondenceFactory,
    ElementCategoryFactory,
    ElementFactory,
    ExposureFactory,
    JobZoneFactory,
    OccupationFactory,
    OccupationJobZoneFactory,
    OccupationNameFactory,
    OccupationTitleFactory,
    OccupationToolFactory,
    RatingFactory,
    RelatedOccupationFactory,
    ReleaseFactory,
    ScaleFactory,
    TaskFactory,
    TypicalEntryFactory,
    WorkFromHomeFactory,
)

CASES = [
    Case(
        "scale_ends_in_order",
        ScaleFactory,
        allowed=[{"minimum": -3, "maximum": 3}, {"minimum": None, "maximum": None}],
        refused=[{"minimum": 5, "maximum": 1}, {"minimum": 1, "maximum": 1}],
    ),
    Case(
        "share_is_a_percentage",
        CategoryShareFactory,
        allowed=[{"percent": 0}, {"percent": 100}],
        refused=[{"percent": -1}, {"percent": 101}],
    ),
    Case("occupation_title_not_empty", OccupationTitleFactory, allowed=[{"title": "Clerk"}], refused=[{"title": ""}]),
    Case(
        "related_to_another_occupation",
        RelatedOccupationFactory,
        allowed=[{"related": lambda row: OccupationFactory()}],
        refused=[{"related": lambda row: row.occupation}],
    ),
    Case(
        "related_occupation_counts_from_one",
        RelatedOccupationFactory,
        allowed=[{"position": 1}, {"position": 20}],
        refused=[{"position": 0}],
    ),
    Case(
        "exposure_percentile_is_one",
        ExposureFactory,
        allowed=[{"percentile": "0.01"}, {"percentile": "99.99"}],
        refused=[{"percentile": 0}, {"percentile": 100}],
    ),
    Case("exposure_as_printed", ExposureFactory, allowed=[{"as_printed": "0.1"}], refused=[{"as_printed": ""}]),
    Case(
        "work_from_home_is_a_share",
        WorkFromHomeFactory,
        allowed=[{"value": 0}, {"value": "0.5"}, {"value": 1}],
        refused=[{"value": "-0.1"}, {"value": "1.1"}],
    ),
]


def another_release():
    """A release besides the one that the factories' rows are of."""
    return ReleaseFactory(onet=True, slug="29-3", label="29.3")


ONCE = [
    ("element_code_once_per_release", ElementFactory, {"code": "2.B.9"}),
    ("scale_code_once_per_release", ScaleFactory, {"code": "LV"}),
    ("rating_once_per_element_and_scale", RatingFactory, {"scale_code": "LV"}),
    ("rating_once_per_element_and_scale", RatingFactory, {"element_code": "2.B.9"}),
    ("rating_once_per_element_and_scale", RatingFactory, {"occupation": OccupationFactory}),
    ("category_once_per_element_and_scale", ElementCategoryFactory, {"number": 99}),
    ("share_once_per_category", CategoryShareFactory, {"number": 99}),
    ("share_once_per_category", CategoryShareFactory, {"occupation": OccupationFactory}),
    ("title_once_per_occupation_and_kind", OccupationTitleFactory, {"kind": "reported"}),
    ("title_once_per_occupation_and_kind", OccupationTitleFactory, {"title": "Another"}),
    ("title_once_per_occupation_and_kind", OccupationTitleFactory, {"occupation": OccupationFactory}),
    ("task_once_per_occupation", TaskFactory, {"number": 9_999}),
    ("tool_once_per_occupation", OccupationToolFactory, {"name": "Another"}),
    ("tool_once_per_occupation", OccupationToolFactory, {"commodity_code": "43232104"}),
    ("job_zone_once_per_release", JobZoneFactory, {"number": 4}),
    ("one_job_zone_per_occupation", OccupationJobZoneFactory, {"occupation": OccupationFactory}),
    ("related_occupation_once", RelatedOccupationFactory, {"related": OccupationFactory}),
    ("typical_entry_once_per_occupation", TypicalEntryFactory, {"occupation": OccupationFactory}),
    ("exposure_once_per_measure", ExposureFactory, {"measure": "alpha"}),
    ("exposure_once_per_measure", ExposureFactory, {"variant": "model"}),
    ("exposure_once_per_measure", ExposureFactory, {"occupation": OccupationFactory}),
    ("work_from_home_once_per_occupation", WorkFromHomeFactory, {"occupation": OccupationFactory}),
    ("occupation_name_once_per_release", OccupationNameFactory, {"occupation": OccupationFactory}),
    ("correspondence_once_per_release", CorrespondenceFactory, {"occupation": OccupationFactory}),
    ("correspondence_once_per_release", CorrespondenceFactory, {"counterpart": OccupationFactory}),
]
TWINS = [
    *[Twin(*once) for once in ONCE],
    *[Twin(constraint, factory, {"release": another_release}) for constraint, factory, _ in ONCE],
]
