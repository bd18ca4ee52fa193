import re
from collections.abc import Sequence


def listed(names: Sequence[str], *, last: str = "and") -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def own(text: str) -> str:
    return " ".join(sentence for sentence in sentences(text) if not sentence.startswith("The guide"))


def sentences(text: str) -> tuple[str, ...]:
    return tuple(filter(None, re.split(r"(?<=[.!?])\s+", text.strip())))


def within(name: str) -> str:
    """A name as it stands within a sentence: its first letter small, unless it is a proper name or an abbreviation.

    >>> within("Medical coding"), within("Microsoft Office Suite"), within("EHR systems"), within("A record (EHR)")
    ('medical coding', 'Microsoft Office Suite', 'EHR systems', 'a record (EHR)')
    """
    first, *others = name.split() or [""]
    is_abbreviated = any(letter.isupper() for letter in first[1:]) or (first.isupper() and first != "A")
    is_proper = any(word[:1].isupper() and word[1:].islower() for word in others)
    return name if is_abbreviated or is_proper else name[:1].lower() + name[1:]


def in_a_row(names: Sequence[str]) -> tuple[str, ...]:
    return (" · ".join(names),) if names else ()
