from collections.abc import Iterator, Sequence

from careers.models import Skill
from documents.toolkit.document import ToolkitDocument, ToolkitPart
from documents.toolkit.reading import Kit
from documents.toolkit.wording import listed, within

KIND = "cover-letter"
DUTIES, SKILLS, TOOLS = 3, 4, 5


def write(kit: Kit, *, with_pay: bool = False) -> ToolkitDocument:
    duties = [within(row.label) for row in kit.responsibilities[:DUTIES]]
    skills = [within(name) for name in kit.named(Skill.Kind.TECHNICAL)[:SKILLS]]
    return ToolkitDocument(
        KIND,
        f"Cover letter: {kit.title}",
        "One page. Fill in the [brackets] with your own; leave out what you cannot back up.",
        (
            ToolkitPart("", ("[Date]", "Dear [name],")),
            ToolkitPart(
                "Why I write", (f"You are looking for a {kit.title}. I [what you are now], and [why this place].",)
            ),
            ToolkitPart("What I bring", tuple(_brings(duties, skills, kit))),
            ToolkitPart("Where I want to go", _goes(kit)),
            ToolkitPart("", ("I should be glad to tell you more. [When and how to reach you.]", "[Name]")),
        ),
        kit.sources,
    )


def _brings(duties: Sequence[str], skills: Sequence[str], kit: Kit) -> Iterator[str]:
    if duties:
        yield f"I know the work from within: {listed(duties)}. [One of these in a sentence: what, how much, result.]"
    if skills:
        yield f"I have worked on {listed(skills)}. [Where you needed one of them, and what came of it.]"
    if kit.tools:
        yield f"Of the usual tools I have used [those of {listed(kit.tools[:TOOLS], last='or')} that you have]."


def _goes(kit: Kit) -> tuple[str, ...]:
    if kit.above is None:
        return ()
    return (f"In [number] years I should like to do the work of a {kit.above.title}. [What you do towards it now.]",)
