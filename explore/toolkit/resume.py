"""A résumé: keywords, and lines to fill in."""

from careers.models import Skill
from explore.toolkit.document import Document, Part
from explore.toolkit.reading import Kit
from explore.toolkit.wording import own

KIND = "resume"


def write(kit: Kit, *, with_pay: bool = False) -> Document:
    """Keywords and scaffolds of lines for the kit's rung."""
    return Document(
        KIND,
        f"Résumé: {kit.title}",
        "Keep only what is true of you. Put a number and a result in each line; strike the rest.",
        (
            Part("", ("[Name] · [place] · [telephone] · [mail address]",)),
            Part("In one sentence", (f"[Title] with [number] years in [setting], looking to be a {kit.title}.",)),
            Part("Keywords: skills", items=kit.named(Skill.Kind.TECHNICAL, Skill.Kind.SOFT)),
            Part("Keywords: tools", items=kit.tools),
            Part("Credentials", items=tuple(_credentials(kit))),
            Part("What I did", items=tuple(map(_line, kit.responsibilities))),
            Part("For this rung, if it holds", tuple(filter(None, [kit.rung.summary if kit.rung else ""]))),
            Part("Education", items=("[Award], [field], [school], [year]",)),
        ),
        kit.sources,
    )


def _line(row) -> str:
    return f"{row.label}: [what you did] for [how many] [what], so that [result]. The duty: {own(row.text)}"


def _credentials(kit):
    names = dict.fromkeys(
        f"{credential.name} ({credential.abbreviation})" if credential.abbreviation else credential.name
        for row in kit.requirements
        for credential in row.credentials.all()
    )
    return (f"{name}, [year]" for name in names)
