"""The chapters in which a guide is written at the desk: those of its page, in its order."""

from dataclasses import dataclass

from django.db import models

from facts.kinds import kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideChapter:
    """`prose` has the kinds of its sections, `formerly` other names by which kinds of statement call it."""

    anchor: str
    title: str
    prose: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()


CHAPTERS = (
    GuideChapter(anchor="overview", title="Overview", prose=("overview", "role")),
    GuideChapter(anchor="do", title="What you do", prose=("duties",)),
    GuideChapter(anchor="pay", title="Pay", prose=("pay", "global-pay")),
    GuideChapter(
        anchor="become",
        title="How to become one",
        prose=(
            *("requirements", "qualifications", "education", "training", "experience", "licenses", "becoming"),
            *("schools", "toolkit", "readiness"),
        ),
        formerly=("requirements", "ways-in", "studies"),
    ),
    GuideChapter(anchor="skills", title="Skills and tools", prose=("tools",)),
    GuideChapter(
        anchor="environment",
        title="Work environment",
        prose=(
            *("environment", "injuries", "schedules", "employers", "remote"),
            *("diversity", "hiring", "culture", "support", "global", "visa"),
        ),
        formerly=("remote",),
    ),
    GuideChapter(
        anchor="outlook",
        title="Job outlook",
        prose=("outlook", "market", "reality", "challenges", "opportunities", "trends"),
        formerly=("market", "ai"),
    ),
    GuideChapter(anchor="path", title="Career path", prose=("ladder", "advancement")),
    GuideChapter(anchor="points", title="Pros, cons and questions", prose=("points", "questions")),
    GuideChapter(anchor="related", title="Related jobs", prose=("related", "alternatives")),
)
OTHER = GuideChapter(anchor="more", title="More")


def chapter_of(model: type[models.Model]) -> GuideChapter:
    """As the model names it by `guide_chapter`, or its kind of statement by its chapter."""
    names = [kind.chapter for kind in kinds() if kind.model is model]
    name = getattr(model, "guide_chapter", "") or (names[0] if names else "")
    return next((chapter for chapter in CHAPTERS if name in (chapter.anchor, *chapter.formerly)), OTHER)
