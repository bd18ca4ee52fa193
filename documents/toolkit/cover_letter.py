from collections.abc import Iterator

from careers.models import Skill
from documents.toolkit.document import ToolkitDocument, ToolkitPart
from documents.toolkit.reading import Kit
from documents.toolkit.wording import listed, within

KIND = "cover-letter"
DUTIES, SKILLS, TOOLS = 3, 3, 3


def write(kit: Kit, *, with_pay: bool = False) -> ToolkitDocument:
    return ToolkitDocument(
        KIND,
        f"Cover letter: {kit.title}",
        "Replace the names in [brackets], and keep only what is true of you.",
        (
            ToolkitPart("", ("[Date]", "Dear [name],")),
            ToolkitPart("", (f"I am applying for the position of {kit.title} at [organization].",)),
            ToolkitPart("", tuple(_experience(kit))),
            ToolkitPart("", _plans(kit)),
            ToolkitPart(
                "",
                (
                    "I would welcome the chance to talk with you. You can reach me at [phone] or [email].",
                    "Sincerely,",
                    "[Your name]",
                ),
            ),
        ),
        kit.sources,
    )


def _experience(kit: Kit) -> Iterator[str]:
    duties = [within(row.label) for row in kit.responsibilities[:DUTIES]]
    if duties:
        yield f"My experience covers {listed(duties)}."
    skills = [within(name) for name in kit.named(Skill.Kind.TECHNICAL)[:SKILLS]]
    if skills:
        yield f"My strengths include {listed(skills)}."
    if kit.tools:
        yield f"The tools I use include {listed(kit.tools[:TOOLS])}."


def _plans(kit: Kit) -> tuple[str, ...]:
    if kit.above is None:
        return ()
    return (f"I want to do this work well and, in time, to take on the work of a {kit.above.title}.",)
