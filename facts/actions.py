from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, models, transaction
from django.db.models import Max
from django.utils import timezone

from facts.correcting import Notice, corrections_since, removals_of
from facts.derived import update_derived
from facts.differences import differences_since, last_said
from facts.freezing import document_of, freeze
from facts.models import Change, Correction, Curated, Edition, Release, Statement
from facts.models.history import REASON_LENGTH, acting

PUBLISHING = 0x52554E4753
"""The lock of publishing acts among PostgreSQL's advisory locks: a number of our own."""


@dataclass
class Publication:
    """`touched` has rows by model and primary key, `renamed` those that an import names anew without noting a change;
    `restated` has statements with their own notice.

    One that becomes an edition `keeps` what removed rows said, and the notices of their figures.
    """

    changes: list[Change] = field(default_factory=list)
    edition: Edition | None = None
    touched: list[tuple[type[models.Model], int]] = field(default_factory=list)
    restated: list[tuple[Statement, Notice | None]] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    keeps: bool = False
    renamed: list[tuple[type[models.Model], int]] = field(default_factory=list)

    def created(self, row: models.Model, *, rows: int = 1) -> None:
        self._note(Change.Kind.CREATED, row, rows)

    def changed(self, row: models.Model, *, rows: int = 1, notice: Notice | None = None) -> None:
        """`notice` defaults to the act's."""
        self._note(Change.Kind.CHANGED, row, rows)
        if isinstance(row, Statement):
            self.restated.append((row, notice))

    def removed(self, row: models.Model, *, rows: int = 1) -> None:
        """Call it before deleting."""
        change = self._note(Change.Kind.REMOVED, row, rows)
        if self.keeps and isinstance(row, Curated):
            change.differences, change.document = last_said(row), document_of(row)
        if self.keeps and isinstance(row, Statement):
            self.corrections += removals_of(row)

    def length(self) -> tuple[int, ...]:
        return tuple(map(len, self._notes()))

    def cut(self, length: tuple[int, ...]) -> None:
        """Forget what was noted since it had this length."""
        for notes, kept in zip(self._notes(), length, strict=True):
            del notes[kept:]

    def _notes(self) -> tuple[list, ...]:
        return self.changes, self.touched, self.restated, self.corrections, self.renamed

    def _note(self, kind: str, row: models.Model, rows: int) -> Change:
        change = Change(
            kind=kind,
            model=row._meta.label_lower,
            key=natural_key_text(row),
            row=row.pk,
            title=str(row)[:250],
            career_slug=career_slug_of(row),
            rows=rows,
        )
        self.changes.append(change)
        self.touched.append((type(row), row.pk))
        return change


@contextmanager
def publishing(
    *, act: str, reason: str, by: AbstractBaseUser | None = None, notice: Notice | None = None
) -> Iterator[Publication]:
    """Publish changes made inside as one transaction and one edition, or none without a noted change.

    `by` is the editor (None for a command). A changed figure gets a correction with `notice`, or a revision without.
    """
    with transaction.atomic(), acting(reason=reason, by=by):
        _one_at_a_time()
        publication, since = Publication(keeps=True), timezone.now()
        yield publication
        if publication.changes:
            publication.edition = _next_edition(act=act, reason=reason, by=by, begun_at=since)
            _tell(publication, publication.edition, since)
            Change.objects.bulk_create(publication.changes, batch_size=500)
            corrections = [
                *corrections_since(since, publication.restated, notice or Notice()),
                *publication.corrections,
            ]
            for correction in corrections:
                correction.edition = publication.edition
            Correction.objects.bulk_create(corrections, batch_size=500)
            slugs = {change.career_slug for change in publication.changes} - {""}
            freeze(publication.edition, slugs, publication.touched)
            update_derived(publication)


def _tell(publication: Publication, edition: Edition, since: datetime) -> None:
    changed: dict[type[models.Model], dict[int, Change]] = {}
    for change, (model, number) in zip(publication.changes, publication.touched, strict=True):
        change.edition = edition
        if change.kind == Change.Kind.CHANGED and change.rows == 1:
            changed.setdefault(model, {})[number] = change
    for model, changes in changed.items():
        for number, differences in differences_since(since, model, changes):
            changes[number].differences = differences


def _one_at_a_time() -> None:
    """SQLite needs no lock: its transactions begin as writers (config.databases)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PUBLISHING])


def _next_edition(**fields: Any) -> Edition:
    newest = Edition.objects.aggregate(newest=Max("number"))["newest"] or 0
    return Edition.objects.create(number=newest + 1, **fields)


def withdraw(release: Release, *, because: str, by: AbstractBaseUser | None = None) -> Edition:
    """Raises ValueError unless ready and with a reason."""
    if release.state != Release.State.READY:
        raise ValueError(f"{release} is not ready but {release.get_state_display()}.")
    if not because.strip():
        raise ValueError("Say why the release is withdrawn; its page shows the reason.")
    return _set_state(release, Release.State.WITHDRAWN, because.strip(), reason=f"Withdrew {release}: {because}", by=by)


def restore(release: Release, *, by: AbstractBaseUser | None = None) -> Edition:
    """Raises ValueError unless withdrawn."""
    if release.state != Release.State.WITHDRAWN:
        raise ValueError(f"{release} is not withdrawn but {release.get_state_display()}.")
    return _set_state(release, Release.State.READY, "", reason=f"Brought {release} back.", by=by)


def _set_state(release: Release, state: str, because: str, *, reason: str, by: AbstractBaseUser | None) -> Edition:
    with publishing(act=Edition.Act.EDIT, reason=reason[:REASON_LENGTH], by=by) as publication:
        release.state, release.withdrawn_because = state, because
        release.save()
        publication.changed(release)
    return cast(Edition, publication.edition)


def natural_key_text(row: models.Model) -> str:
    """Joined by "/"; the primary key without a natural key."""
    parts = row.natural_key() if hasattr(row, "natural_key") else (row.pk,)
    return "/".join(str(part) for part in parts)


def career_slug_of(row: models.Model) -> str:
    """Empty for a row of no career."""
    owner = getattr(row, "belongs_to_career", None) or getattr(row, "career", None)
    return getattr(owner, "slug", "")
