"""The chapters of a guide's page: what stands in each, and what is said where nothing does."""

from dataclasses import dataclass

from careers.models import Section
from explore.guide import Guide

Kind = Section.Kind


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: `kinds` of prose and `rows` (names of a Guide's fields) belong to it; without any, `silence`."""

    anchor: str
    title: str
    kinds: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    silence: str = ""

    @property
    def template(self) -> str:
        """The template part that shows it."""
        return f"pages/career/{self.anchor}.html"

    def is_told(self, guide: Guide) -> bool:
        """Whether any source says something that belongs here, if only a heading with nothing beneath it."""
        return any(getattr(guide, name) for name in self.rows) or any(kind in guide.sections for kind in self.kinds)


CHAPTERS = (
    Chapter(
        "what",
        "What it is",
        (Kind.OVERVIEW, Kind.ROLE, Kind.DUTIES, Kind.ENVIRONMENT, Kind.INJURIES, Kind.SCHEDULES),
        ("responsibilities",),
        "No source here says what one does in this career.",
    ),
    Chapter("ladder", "The ladder", (Kind.LADDER, Kind.ADVANCEMENT), ("ladders",), "No source here draws its steps."),
    Chapter("pay", "Pay", (Kind.PAY,), ("salaries",), "No guide here gives pay for this title."),
    Chapter(
        "requirements",
        "What is asked for",
        (Kind.REQUIREMENTS, Kind.QUALIFICATIONS, Kind.LICENSES, Kind.EXPERIENCE),
        ("requirements",),
        "No source here says what employers ask for.",
    ),
    Chapter(
        "ways-in",
        "Ways in",
        (Kind.EDUCATION, Kind.TRAINING, Kind.SCHOOLS),
        ("paths", "times_to_entry", "studies"),
        "No source here says how long it takes to get in, or what it costs.",
    ),
    Chapter("steps", "How to start", (Kind.BECOMING,), ("steps",), "No source here gives steps."),
    Chapter("skills", "Skills and tools", (Kind.TOOLS,), ("skills",), "No source here names skills or tools."),
    Chapter("outlook", "Outlook", (Kind.OUTLOOK,), ("outlooks",), "No guide here speaks of this title’s outlook."),
    Chapter(
        "market",
        "The market",
        (Kind.MARKET, Kind.REALITY, Kind.CHALLENGES, Kind.OPPORTUNITIES, Kind.TRENDS),
        (),
        "No source here describes the market.",
    ),
    Chapter("employers", "Who employs", (Kind.EMPLOYERS,), ("employers",), "No source here names the industries."),
    Chapter(
        "inclusion",
        "Diversity and inclusion",
        (Kind.DIVERSITY, Kind.HIRING, Kind.CULTURE, Kind.SUPPORT),
        ("organisations",),
        "No source here speaks of diversity and inclusion.",
    ),
    Chapter(
        "world",
        "Around the world",
        (Kind.GLOBAL, Kind.GLOBAL_PAY, Kind.REMOTE, Kind.VISA),
        ("salaries_abroad",),
        "No source here speaks of other countries, remote work or visas.",
    ),
    Chapter("points", "For and against", (Kind.POINTS,), ("pros", "cons"), "No source here weighs it up."),
    Chapter("questions", "Questions", (Kind.QUESTIONS,), ("questions",), "No source here answers questions about it."),
    Chapter(
        "toolkit",
        "Applying",
        (Kind.TOOLKIT, Kind.READINESS),
        ("toolkit",),
        "No source here offers documents for applicants.",
    ),
    Chapter(
        "related",
        "Related careers",
        (Kind.RELATED, Kind.ALTERNATIVES),
        ("related", "related_from"),
        "No source here names a career beside it.",
    ),
    Chapter(
        "record", "The record", (), ("records",), "The title is not tied to a group that official statistics count."
    ),
)
DISAGREE = Chapter("disagree", "Where sources disagree")
SILENT = Chapter("silent", "What no source says")
SOURCES = Chapter("sources", "Sources", (), ("sources",))
