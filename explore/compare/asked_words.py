from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from education.models import Credential, Requirement
from explore.compare.answers import ComparedAnswer
from explore.compare.reading import Known

AsksWords = Callable[[Known], list[ComparedAnswer]]


def required(*kinds: str) -> AsksWords:
    def answers(known: Known) -> list[ComparedAnswer]:
        found = ((row, [each for each in row.credentials.all() if each.kind in kinds]) for row in known.requirements)
        return [_requirement(row, credentials) for row, credentials in found if credentials]

    return answers


def also_required(known: Known) -> list[ComparedAnswer]:
    return [_requirement(row, []) for row in known.requirements if not row.credentials.all()]


def fields_of_study(known: Known) -> list[ComparedAnswer]:
    return _named((row.source, row.field_of_study) for row in known.requirements if row.field_of_study)


def employers(says: str) -> AsksWords:
    return lambda known: _named((row.source, row.industry.name) for row in known.employers if row.says == says)


def skills(kind: str) -> AsksWords:
    return lambda known: _named((row.source, row.skill.name) for row in known.skills if row.skill.kind == kind)


def _requirement(row: Requirement, credentials: Sequence[Credential]) -> ComparedAnswer:
    names = [credential.short_name for credential in credentials] or [row.label]
    credit = f"credited to {row.attributed_to}" if row.attributed_to else ""
    words = ", ".join(part for part in (row.get_strength_display(), _in_a_sentence(row.condition), credit) if part)
    tokens = [f"{name}: {row.strength}" for name in names]
    return ComparedAnswer.of_words(row.label, row.source, words=words, names=names, tokens=tokens)


def _in_a_sentence(words: str) -> str:
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _named(pairs: Iterable) -> list[ComparedAnswer]:
    groups = groupby(sorted(pairs, key=lambda pair: pair[0].pk), key=lambda pair: pair[0])
    found = [(source, list(dict.fromkeys(name for _, name in group))) for source, group in groups]
    return [ComparedAnswer.of_words(", ".join(names), source, names=names) for source, names in found]
