"""The chapters of a guide's page: what stands in each, and what is said where nothing does."""

from dataclasses import dataclass
from typing import Any

from django.core.checks import Error

from careers.models import Section
from explore.guide import Guide
from explore.studies import CareerStudies
from facts.kinds import StatementKind, career_kinds, kinds

Kind = Section.Kind


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: `kinds` of prose, `rows` and its kinds of statement belong to it. Without any of them, `silence`.

    `rows` are names of fields of a Guide or of its CareerStudies. `drawn` are the kinds of statement, by slug, that its
    template shows in a way of its own; the others stand below as cards.
    """

    anchor: str
    title: str
    kinds: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    silence: str = ""
    drawn: tuple[str, ...] = ()

    @property
    def statement_kinds(self) -> list[StatementKind]:
        """The kinds of statement that stand in it."""
        return [kind for kind in career_kinds() if kind.chapter == self.anchor]

    @property
    def template(self) -> str:
        """The template part that shows it."""
        return f"pages/career/{self.anchor}.html"

    def is_told(self, guide: Guide, studies: CareerStudies) -> bool:
        """Whether any source says something that belongs here, if only a heading with nothing beneath it."""
        stated = any(guide.by_kind[kind.slug] for kind in self.statement_kinds)
        listed = any(getattr(guide, name, None) or getattr(studies, name, None) for name in self.rows)
        return stated or listed or any(kind in guide.sections for kind in self.kinds)

    def cards(self, guide: Guide) -> list[tuple[StatementKind, list]]:
        """The kinds of statement that are shown as cards, with their rows; of those without rows, what is said then."""
        found = [(kind, guide.by_kind[kind.slug]) for kind in self.statement_kinds if kind.slug not in self.drawn]
        return [(kind, rows) for kind, rows in found if rows or kind.silence]


CHAPTERS = (
    Chapter(
        "what",
        "What it is",
        (Kind.OVERVIEW, Kind.ROLE, Kind.DUTIES, Kind.ENVIRONMENT, Kind.INJURIES, Kind.SCHEDULES),
        ("responsibilities",),
        "No guide here says what one does in this career.",
    ),
    Chapter("ladder", "The ladder", (Kind.LADDER, Kind.ADVANCEMENT), ("ladders",), "No guide here draws its steps."),
    Chapter("pay", "Pay", (Kind.PAY,), (), "No guide here gives pay for this title.", drawn=("salaries",)),
    Chapter(
        "requirements",
        "What is asked for",
        (Kind.REQUIREMENTS, Kind.QUALIFICATIONS, Kind.LICENSES, Kind.EXPERIENCE),
        ("requirements",),
        "No guide here says what employers ask for.",
    ),
    Chapter(
        "ways-in",
        "Ways in",
        (Kind.EDUCATION, Kind.TRAINING, Kind.SCHOOLS),
        ("studies",),
        "No guide here says how long it takes to get in, or what it costs.",
        drawn=("paths",),
    ),
    Chapter("steps", "How to start", (Kind.BECOMING,), ("steps",), "No guide here gives steps."),
    Chapter("skills", "Skills and tools", (Kind.TOOLS,), ("skills",), "No guide here names skills or tools."),
    Chapter(
        "outlook", "Outlook", (Kind.OUTLOOK,), (), "No guide here speaks of this title’s outlook.", drawn=("outlooks",)
    ),
    Chapter(
        "ai", "Will AI change it?", (), ("exposure", "on_automation"), "No study here rates how far AI reaches into it."
    ),
    Chapter(
        "remote",
        "Work from home",
        (),
        ("from_home", "on_home"),
        "No source here says whether it can be done from home.",
    ),
    Chapter(
        "market",
        "The market",
        (Kind.MARKET, Kind.REALITY, Kind.CHALLENGES, Kind.OPPORTUNITIES, Kind.TRENDS),
        (),
        "No guide here describes the market.",
    ),
    Chapter("employers", "Who employs", (Kind.EMPLOYERS,), ("employers",), "No guide here names the industries."),
    Chapter(
        "inclusion",
        "Diversity and inclusion",
        (Kind.DIVERSITY, Kind.HIRING, Kind.CULTURE, Kind.SUPPORT),
        ("organisations",),
        "No guide here speaks of diversity and inclusion.",
    ),
    Chapter(
        "world",
        "Around the world",
        (Kind.GLOBAL, Kind.GLOBAL_PAY, Kind.REMOTE, Kind.VISA),
        ("salaries_abroad",),
        "No guide here speaks of other countries, remote work or visas.",
    ),
    Chapter("points", "For and against", (Kind.POINTS,), ("pros", "cons"), "No guide here weighs it up."),
    Chapter("questions", "Questions", (Kind.QUESTIONS,), ("questions",), "No guide here answers questions about it."),
    Chapter(
        "toolkit",
        "Applying",
        (Kind.TOOLKIT, Kind.READINESS),
        ("toolkit",),
        "No guide here offers documents for applicants.",
    ),
    Chapter(
        "related",
        "Related careers",
        (Kind.RELATED, Kind.ALTERNATIVES),
        ("related", "related_from"),
        "No guide here names a career beside it.",
    ),
    Chapter(
        "record", "The record", (), ("records",), "The title is not tied to a group that official statistics count."
    ),
)
DISAGREE = Chapter("disagree", "Where sources disagree")
SILENT = Chapter("silent", "What no source says")
SOURCES = Chapter("sources", "Sources", (), ("sources",))


def check_chapters(**kwargs: Any) -> list[Error]:
    """An error for each kind of statement whose chapter is none of these."""
    anchors = [chapter.anchor for chapter in CHAPTERS]
    astray = [kind for kind in kinds() if kind.chapter not in anchors]
    return [
        Error(
            f"The kind of {kind.model._meta.label} stands in “{kind.chapter}”, which is no chapter of the job page.",
            hint=f"Chapters are {', '.join(anchors)}.",
            id="pages.E001",
        )
        for kind in astray
    ]
