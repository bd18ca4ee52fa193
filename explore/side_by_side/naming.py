"""A job's title within a sentence. Careers are named in the singular, groups of the record in the plural."""

import re

from explore.jobs.document import JobDocument

_LETTERS = re.compile(r"[A-Z]{2,}|[A-Z]\b")
"""An abbreviation, whose letters are said one by one."""
_LETTERS_WITH_AN = frozenset("AEFHILMNORSX")
_SAID_WITH_Y = ("uni", "use", "usa", "eu", "one")
"""Beginnings of words that are said as if a consonant stood first."""
_SILENT_H = ("heir", "honor", "hour")


def name_of(document: JobDocument) -> str:
    """ "a registered nurse", "Registered Nurses"; with the group whose figures are told, where they are not its own."""
    name = with_article(document.title) if document.slug else document.title
    group = document.record.occupation if document.record and document.answers.pay.whose else None
    return f"{name} (counted as {group})" if group else name


def with_article(title: str) -> str:
    """
    >>> with_article("Registered nurse"), with_article("EMT or paramedic"), with_article("Umpire")
    ('a registered nurse', 'an EMT or paramedic', 'an umpire')
    >>> with_article("Medical Records Administrator")
    'a Medical Records Administrator'
    """
    return f"{'an' if _takes_an(title) else 'a'} {_in_small(title)}"


def _takes_an(title: str) -> bool:
    if _LETTERS.match(title):
        return title[0] in _LETTERS_WITH_AN
    word = title.lower()
    return word.startswith(("a", "e", "i", "o", "u", *_SILENT_H)) and not word.startswith(_SAID_WITH_Y)


def _in_small(title: str) -> str:
    """Titles in which each word has a capital keep them."""
    first, _, rest = title.partition(" ")
    has_capitals = any(word[:1].isupper() and not _LETTERS.match(word) for word in rest.split())
    is_plain = first == first.capitalize() and not has_capitals
    return title[:1].lower() + title[1:] if is_plain else title
