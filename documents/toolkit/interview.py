from careers.models import Responsibility, Skill
from documents.toolkit.document import ToolkitDocument, ToolkitPart
from documents.toolkit.reading import Kit
from documents.toolkit.wording import listed, own, within

KIND = "interview-questions"


def write(kit: Kit, *, with_pay: bool = False) -> ToolkitDocument:
    return ToolkitDocument(
        KIND,
        f"Interview questions: {kit.title}",
        "Choose eight to ten, and ask every candidate the same ones.",
        (
            ToolkitPart("The work", items=tuple(map(_about_duty, kit.responsibilities))),
            ToolkitPart("Technical skills", items=tuple(map(_about_skill, kit.named(Skill.Kind.TECHNICAL)))),
            ToolkitPart("Personal skills", items=tuple(map(_about_trait, kit.named(Skill.Kind.SOFT)))),
            ToolkitPart("Tools", items=_about_tools(kit)),
            ToolkitPart("This level and the next", items=_about_rung(kit)),
        ),
        kit.sources,
    )


def _about_duty(row: Responsibility) -> str:
    look_for = f" Look for: {own(row.text)}" if own(row.text) else ""
    question = f"Tell us about your experience with {within(row.label)}. What did you do, and how did it turn out?"
    return f"{question}{look_for}"


def _about_skill(name: str) -> str:
    return (
        f"Tell us about a time when {within(name)} mattered in your work. What did you do, and what was the result?"
        " Look for: one real example, what the candidate did alone, and how the work was checked."
    )


def _about_trait(name: str) -> str:
    return (
        f"Describe a situation at work that called for {within(name)}. What did you do?"
        " Look for: a clear situation, the candidate’s own actions, and what came of them."
    )


def _about_tools(kit: Kit) -> tuple[str, ...]:
    if not kit.tools:
        return ()
    return (
        f"Which of these have you used, how often, and for what: {listed(kit.tools, last='or')}?"
        " Look for: tools used every day, apart from those only seen.",
    )


def _about_rung(kit: Kit) -> tuple[str, ...]:
    questions = []
    if kit.rung and kit.rung.focus:
        questions.append(f"What are you working on to grow as a {kit.rung.title}? Look for: {kit.rung.focus}")
    if kit.above and kit.above.summary:
        questions.append(f"What do you know about the next step, {kit.above.title}? Look for: {kit.above.summary}")
    return tuple(questions)
