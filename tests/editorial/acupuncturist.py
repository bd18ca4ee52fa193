"""A guide of 60 parts in our own words, with invented figures, as it is written on its page at the desk."""

from dataclasses import dataclass

from tests.factories import CareerFactory, OccupationFactory, SourceFactory

OCCUPATION = "soc-2018/29-1291"
BEGUN = {
    "title": "Acupuncturist",
    "summary": "Treats pain and illness with thin needles.",
    "new_field": "Complementary medicine",
    "publisher": "Needle & Leaf",
    "source_title": "Acupuncturist: a guide",
    "url": "https://example.org/acupuncturist",
}
SLUG = "acupuncturist"
PUBLISHED_BECAUSE = "A guide to a job that had none."
REMOVED_BECAUSE = "It is being written anew."
RESTORED_BECAUSE = "It was right after all."


@dataclass(frozen=True)
class Part:
    """What is typed into the fields of a new part; `list_prefix` is the list it stands in."""

    list_prefix: str
    fields: dict[str, str]


def _parts(list_prefix: str, names: str, *rows: tuple) -> list[Part]:
    return [Part(list_prefix, dict(zip(names.split(), map(str, row), strict=True))) for row in rows]


def _section(chapter: str, kind: str, heading: str, body: str) -> list[Part]:
    return _parts(f"{chapter}-section", "kind heading body", (kind, heading, body))


SHARED = [
    *_parts("shared-skill", "name kind", ("Needling", "technical"), ("Cupping", "technical"), ("Listening", "soft")),
    *_parts("shared-credential", "name kind", ("Acupuncture license", "licence"), ("Master of Acupuncture", "degree")),
    *_parts("shared-industry", "name code scheme", ("Acupuncture clinics", "acupuncture-clinics", "guide")),
]
"""Rows that other guides may name as well. They are no parts of this one."""

PARTS = [
    *_section(
        "overview",
        "role",
        "What an acupuncturist is",
        "An acupuncturist puts *thin needles* into points of the skin to ease pain.\n\n"
        "- Most see one patient at a time.\n- Most are licensed by their state.",
    ),
    *_section("overview", "overview", "The job in short", "The work is quiet and close to people."),
    *_parts("overview-alternatetitle", "title", ("Licensed Acupuncturist",), ("Acupuncture Practitioner",)),
    *_parts(
        "overview-occupationmatch",
        "occupation match reason",
        (OCCUPATION, "exact", "The occupation counts acupuncturists alone."),
    ),
    *_section("do", "duties", "A day at work", "A day has eight to twelve visits, with notes in between."),
    *_parts(
        "do-responsibility",
        "label text",
        ("Takes a history", "Asks about pain, sleep and medicines."),
        ("Plans treatment", "Chooses points and says how many visits it will take."),
        ("Places needles", "Sets sterile needles and watches for a faint."),
        ("Warms and cups", "Adds heat or cups where it helps."),
        ("Keeps records", "Writes down each visit for the patient and the insurer."),
        ("Refers patients", "Sends on whoever needs a physician."),
    ),
    *_parts(
        "do-variant",
        "name text",
        ("Community acupuncturist", "Treats several people in one room at a low price."),
        ("Sports acupuncturist", "Works with athletes and their trainers."),
    ),
    *_parts(
        "path-rung",
        "title years_min years_max as_printed summary",
        ("Associate", 0, 3, "0–3 years", "Treats the clinic’s patients."),
        ("Partner", 3, 8, "3–8 years", "Brings patients of their own."),
        ("Clinic owner", 8, "", "8+ years", "Runs the clinic and hires."),
    ),
    *_section("pay", "pay", "What it pays", "Pay grows with patients who come back. These figures are invented."),
    *_parts(
        "pay-salary",
        "level as_printed currency pay_period median",
        ("Associate", "$48,000", "USD", "year", 48_000),
        ("Partner", "$67,500", "USD", "year", 67_500),
        ("Clinic owner", "$91,000", "USD", "year", 91_000),
    ),
    *_parts(
        "pay-salary",
        "level as_printed currency pay_period low high",
        ("", "$40,000–$120,000", "USD", "year", 40_000, 120_000),
    ),
    *_section("become", "becoming", "How to start", "Plan five to seven years from high school to a license."),
    *_parts(
        "become-toolkitentry",
        "kind title text",
        ("interview", "Questions to expect", "How would you calm somebody who fears needles?"),
    ),
    *_parts(
        "become-requirement",
        "label credentials strength",
        ("A master’s degree", "Master of Acupuncture", "required"),
        ("A state license", "Acupuncture license", "required"),
        ("A second language", "", "valued"),
    ),
    *_parts(
        "become-step",
        "title text",
        ("Take science classes", "Biology and anatomy help in any program."),
        ("Finish a degree", "Most programs ask for two years of college first."),
        ("Study acupuncture", "A master’s takes three to four years."),
        ("Pass the exams", "They test points, safety and biomedicine."),
        ("Get the license", "Apply to the state where you will work."),
    ),
    *_parts(
        "become-path",
        "name credentials as_printed months_min months_max currency cost_low cost_high",
        ("Master’s program", "Master of Acupuncture", "3–4 years, $45,000–$80,000", 36, 48, "USD", 45_000, 80_000),
        ("Program with evening classes", "Master of Acupuncture", "4–5 years, $50,000", 48, 60, "USD", 50_000, 50_000),
    ),
    *_parts(
        "become-timetoentry",
        "starting_point as_printed months_min months_max",
        ("After high school", "5–7 years", 60, 84),
    ),
    *_section("skills", "tools", "What you use", "Needles, heat lamps, cups, and software for visits and bills."),
    *_parts(
        "skills-careerskill",
        "skill detail",
        ("Needling", "To the right depth, without pain."),
        ("Cupping", "Where muscles are tight."),
        ("Listening", "Patients say where it hurts, if they are asked."),
    ),
    *_section("environment", "environment", "Where you work", "Small clinics, hospitals, and your own rooms."),
    *_section("environment", "schedules", "When you work", "Evenings and Saturdays, since patients have jobs."),
    *_parts(
        "environment-employer",
        "industry says as_printed",
        ("Acupuncture clinics", "most_jobs", "Most work in clinics."),
    ),
    *_parts("environment-organisation", "name", ("Guild of Needle Arts",)),
    *_section("outlook", "outlook", "How the job changes", "More hospitals offer acupuncture for pain."),
    *_parts("outlook-outlook", "as_printed growth_percent", ("grow 4%", 4)),
    *_section("path", "ladder", "From associate to owner", "Most begin in somebody else’s clinic."),
    *_section("path", "advancement", "Moving up", "Teach, lead a clinic, or specialize in one kind of patient."),
    *_parts("path-move", "from_title to_title takes", ("Associate", "Teacher", "Two years of practice.")),
    *_section("points", "points", "Is it for you?", "It suits patient people who like to work alone."),
    *_parts(
        "points-point",
        "side label text",
        ("pro", "Thankful patients", "You see people get better week by week."),
        ("pro", "Your own hours", "Many decide when they work."),
        ("con", "A slow start", "It takes years to fill a week."),
        ("con", "Bills", "Not every insurer pays."),
    ),
    *_section("points", "questions", "What people ask", "Patients and students ask much the same."),
    *_parts(
        "points-question",
        "question answer",
        ("Does it hurt?", "Hardly: the needles are as thin as a hair."),
        ("Do I need a license?", "Yes, in nearly every state."),
        ("Is there a lot of math?", "No, but there is a lot of anatomy."),
        ("Can I work part time?", "Yes. Many do."),
    ),
    *_section("related", "related", "Jobs like it", "Massage therapists treat pain with their hands."),
    *_parts("related-relatedcareer", "related reason", ("massage-therapist", "Both ease pain without medicine.")),
]
MENDED = {"label": "Referrals", "text": "Sends on whoever needs a physician, at once if it is urgent."}
"""What the reviewer asks for of the last responsibility."""


def given() -> None:
    """What is on the site before anybody writes."""
    OccupationFactory(code="29-1291", title="Acupuncturists")
    SourceFactory(editorial=True, slug="rungs-editors")
    CareerFactory(slug="massage-therapist", title="Massage Therapist")
