"""What drafts propose, in words, field by field; and a digest of it, by which a publisher says what they have seen."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.text import capfirst

from editorial.drafting.clashes import clashes_of
from editorial.drafting.drafted_rows import Problem
from editorial.drafting.reading import read_draft
from editorial.models import Draft, Proposal
from facts.addresses import address_of
from facts.display import shown
from facts.models import Statement
from facts.values import numbers_and_texts, own_fields


@dataclass(frozen=True)
class Difference:
    """One field before and after, in words; `theirs` is what somebody else made of it since, where they clash."""

    name: str
    label: str
    before: str
    after: str
    theirs: str | None = None


@dataclass(frozen=True)
class Told:
    """A proposal with its differences; `words` say what else keeps it from being published.

    `page` is the address of the page that readers would see the row on, "" where it has none of its own.
    """

    proposal: Proposal
    kind: str
    differences: list[Difference]
    words: str = ""
    page: str = ""
    problem: Problem | None = None

    @property
    def what(self) -> str:
        """What kind of row it is about."""
        return str(self.proposal.row_model._meta.verbose_name)


def told(draft: Draft) -> list[Told]:
    """The draft's proposals in words, in the order in which they would be written."""
    proposals = list(draft.proposals.all())
    names = {(proposal.row_model, proposal.row): proposal.title for proposal in proposals}
    clashes: dict[int, dict] = {}
    for clash in clashes_of(draft):
        clashes.setdefault(clash.proposal.pk, {})[clash.field] = clash
    beside = _said_beside(proposals)
    problems = read_draft(draft).problems if draft.is_unfinished else {}
    return [
        replace(
            _told(proposal, names, clashes.get(proposal.pk, {}), beside.get(proposal.pk, {})),
            problem=problems.get(proposal.pk),
        )
        for proposal in proposals
    ]


def _said_beside(proposals) -> dict[int, dict[str, Any]]:
    """What the published rows say in their own fields, by proposal: a number's unit is read from it."""
    rows: dict = {}
    for model in {proposal.row_model for proposal in proposals}:
        numbers = [proposal.row for proposal in proposals if proposal.row_model is model]
        found = model._base_manager.in_bulk(numbers)
        rows |= {(model, number): numbers_and_texts(row) for number, row in found.items()}
    known = {proposal.pk: rows.get((proposal.row_model, proposal.row)) for proposal in proposals}
    return {number: said for number, said in known.items() if said}


def digest(drafts: Sequence[Draft]) -> str:
    """The same for two looks at these drafts exactly when the same would be published."""
    proposals = Proposal.objects.filter(draft__in=drafts).order_by("draft", "position", "pk")
    said = list(map(_said, proposals))
    return sha256(json.dumps(said, cls=DjangoJSONEncoder, sort_keys=True).encode()).hexdigest()


def _said(proposal: Proposal) -> list[Any]:
    row = proposal.row_model._base_manager.filter(pk=proposal.row).values_list("version", flat=True).first()
    about = [proposal.draft_id, proposal.model, proposal.row, proposal.kind, row]
    return [*about, proposal.before, proposal.after, proposal.why, proposal.correction_kind, proposal.cause]


def _told(proposal, names, clashes, beside):
    was, will_be = {**beside, **proposal.before}, {**beside, **proposal.after}
    fields = [field for field in own_fields(proposal.row_model) if field.name in {**proposal.before, **proposal.after}]
    differences = [
        Difference(
            name=field.name,
            label=capfirst(str(field.verbose_name)),
            before=shown(field, proposal.before.get(field.name), names, beside=was),
            after=shown(field, proposal.after.get(field.name), names, beside=will_be),
            theirs=shown(field, clashes[field.name].theirs, names, beside=beside) if field.name in clashes else None,
        )
        for field in fields
    ]
    unlike = [said for said in differences if said.before != said.after or said.theirs]
    words = clashes[""].words if "" in clashes else ""
    return Told(proposal, capfirst(proposal.get_kind_display()), unlike, words, _page_of(proposal, will_be))


def _page_of(proposal, said) -> str:
    has_one = issubclass(proposal.row_model, Statement) and proposal.kind != Proposal.Kind.REMOVED
    return address_of("statement", said["key"]) if has_one and said.get("key") else ""
