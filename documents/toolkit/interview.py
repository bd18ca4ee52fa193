from careers.models import Responsibility, Skill
from documents.toolkit.document import ToolkitDocument, ToolkitPart
from documents.toolkit.reading import Kit
from documents.toolkit.wording import listed, own, within

KIND = "interview-questions"


def write(kit: Kit, *, with_pay: bool = False) -> ToolkitDocument:
    return ToolkitDocument(
        KIND,
        f"Interview questions: {kit.title}",
        "Pick eight or ten. Ask everyone the same ones, and note what each answer shows before you compare.",
        (
            ToolkitPart("About the work", items=tuple(map(_about_duty, kit.responsibilities))),
            ToolkitPart("About what you know", items=tuple(map(_about_skill, kit.named(Skill.Kind.TECHNICAL)))),
            ToolkitPart("About how you work", items=tuple(map(_about_trait, kit.named(Skill.Kind.SOFT)))),
            ToolkitPart("About the tools", items=_about_tools(kit)),
            ToolkitPart("About the rung", items=_about_rung(kit)),
        ),
        kit.sources,
    )


def _about_duty(row: Responsibility) -> str:
    return (
        f"Tell us of a time when {within(row.label)} was your task. What did you do, and what came of it? "
        f"— A good answer names a case of one’s own, and touches on this: {own(row.text)}"
    )


def _about_skill(name: str) -> str:
    return (
        f"Where have you last needed this: {within(name)}? What was hard about it? "
        "— A good answer tells what was done by oneself and what with help, and what was checked afterwards."
    )


def _about_trait(name: str) -> str:
    return (
        f"Describe a day that called for {within(name)}. "
        "— A good answer stays with one day, says what was at stake, and what one would do otherwise now."
    )


def _about_tools(kit: Kit) -> tuple[str, ...]:
    if not kit.tools:
        return ()
    return (
        f"Which of these have you used, for how long, and for what: {listed(kit.tools, last='or')}? "
        "— A good answer keeps apart what one has used daily and what one has only seen.",
    )


def _about_rung(kit: Kit) -> tuple[str, ...]:
    questions = []
    if kit.rung and kit.rung.focus:
        questions.append(
            f"What are you working on in order to grow as a {kit.rung.title}? — A good answer is near to this: "
            f"{kit.rung.focus}"
        )
    if kit.above and kit.above.summary:
        questions.append(
            f"What do you know of the next rung, {kit.above.title}? — A good answer has some of this: "
            f"{kit.above.summary}"
        )
    return tuple(questions)
