import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.text import capfirst

from editorial.drafting.clashes import clashes_of
from editorial.drafting.drafted_rows import DraftProblem
from editorial.drafting.reading import read_draft
from editorial.drafting.words import is_words
from editorial.models import Draft, DraftEvent, Proposal
from facts.addresses import address_of
from facts.display import shown
from facts.models import Statement
from facts.values import numbers_and_texts, own_fields


@dataclass(frozen=True)
class FieldDiff:
    """A field in words; `theirs` is what somebody else published there since."""

    name: str
    label: str
    before: str
    after: str
    theirs: str | None = None
    is_words: bool = False
    value: str = ""
    comments: Sequence[DraftEvent] = ()


@dataclass(frozen=True)
class ProposalDiff:
    """A proposal in words; `page` is its public page, or ""."""

    proposal: Proposal
    kind: str
    differences: list[FieldDiff]
    words: str = ""
    page: str = ""
    problem: DraftProblem | None = None
    comments: Sequence[DraftEvent] = ()

    def with_comments(self, comments: dict) -> "ProposalDiff":
        place = (self.proposal.model, self.proposal.row)
        differences = [replace(one, comments=comments.get((*place, one.name), ())) for one in self.differences]
        return replace(self, differences=differences)

    @property
    def what(self) -> str:
        return str(self.proposal.row_model._meta.verbose_name)


def diff_of(draft: Draft) -> list[ProposalDiff]:
    proposals = list(draft.proposals.all())
    names = {(proposal.row_model, proposal.row): proposal.title for proposal in proposals}
    clashes: dict[int, dict] = {}
    for clash in clashes_of(draft):
        clashes.setdefault(clash.proposal.pk, {})[clash.field] = clash
    published = _published_values(proposals)
    problems = read_draft(draft).problems if draft.is_unfinished else {}
    comments = _comments_on(draft)
    return [
        replace(
            _proposal_diff(proposal, names, clashes.get(proposal.pk, {}), published.get(proposal.pk, {})),
            problem=problems.get(proposal.pk),
            comments=comments.get((proposal.model, proposal.row, ""), ()),
        ).with_comments(comments)
        for proposal in proposals
    ]


def _comments_on(draft: Draft) -> dict[tuple[str, int | None, str], list[DraftEvent]]:
    found: dict = {}
    for event in draft.events.comments().exclude(model="").select_related("by"):
        found.setdefault((event.model, event.row, event.field), []).append(event)
    return found


def _published_values(proposals: Sequence[Proposal]) -> dict[int, dict[str, Any]]:
    rows: dict = {}
    for model in {proposal.row_model for proposal in proposals}:
        numbers = [proposal.row for proposal in proposals if proposal.row_model is model]
        found = model._base_manager.in_bulk(numbers)
        rows |= {(model, number): numbers_and_texts(row) for number, row in found.items()}
    known = {proposal.pk: rows.get((proposal.row_model, proposal.row)) for proposal in proposals}
    return {number: values for number, values in known.items() if values}


def digest(drafts: Sequence[Draft]) -> str:
    """Equal exactly when the same would be published."""
    proposals = Proposal.objects.filter(draft__in=drafts).order_by("draft", "position", "pk")
    values = list(map(_digested, proposals))
    return sha256(json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True).encode()).hexdigest()


def _digested(proposal: Proposal) -> list[Any]:
    row = proposal.row_model._base_manager.filter(pk=proposal.row).values_list("version", flat=True).first()
    about = [proposal.draft_id, proposal.model, proposal.row, proposal.kind, row]
    return [*about, proposal.before, proposal.after, proposal.why, proposal.correction_kind, proposal.cause]


def _proposal_diff(proposal: Proposal, names: Any, clashes: Any, published: Any) -> Any:
    was, will_be = {**published, **proposal.before}, {**published, **proposal.after}
    fields = [field for field in own_fields(proposal.row_model) if field.name in {**proposal.before, **proposal.after}]
    differences = [
        FieldDiff(
            name=field.name,
            label=capfirst(str(field.verbose_name)),
            before=shown(field, proposal.before.get(field.name), names, beside=was),
            after=shown(field, proposal.after.get(field.name), names, beside=will_be),
            is_words=is_words(proposal.row_model, field.name),
            value=str(proposal.after.get(field.name) or ""),
            theirs=shown(field, clashes[field.name].theirs, names, beside=published) if field.name in clashes else None,
        )
        for field in fields
    ]
    differing = [values for values in differences if values.before != values.after or values.theirs]
    words = clashes[""].words if "" in clashes else ""
    return ProposalDiff(proposal, capfirst(proposal.get_kind_display()), differing, words, _page_of(proposal, will_be))


def _page_of(proposal: Proposal, values: Any) -> str:
    has_one = issubclass(proposal.row_model, Statement) and proposal.kind != Proposal.Kind.REMOVED
    return address_of("statement", values["key"]) if has_one and values.get("key") else ""
