"""One fixture into the database, whole or not at all."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from facts.actions import Publication, publishing
from facts.loading.diagnosis import diagnose
from facts.loading.fixture import Fixture
from facts.loading.ledger import Ledger
from facts.loading.linking import link, needs_first
from facts.loading.name import Name
from facts.loading.outcome import Outcome
from facts.loading.plan import Plan
from facts.loading.refusal import Refusal, Refused
from facts.loading.removal import Removal
from facts.loading.stock import rows_named
from facts.loading.verdict import Verdict
from facts.loading.writing import make_room, write
from facts.models import Edition, Source, VersionConflict
from facts.models.history import REASON_LENGTH


def load(fixture: Fixture, *, elsewhere: Collection[Name] = ()) -> Outcome:
    """Bring the database to what `fixture` says, as one publishing act; an edition is made where something changed.

    Rows that the file had once and has no more are removed, but for those that stand `elsewhere` now: in another file
    that is about to be loaded. Raises Refused with everything that is wrong, and then nothing was written.
    """
    with publishing(act=Edition.Act.LOAD, reason=_reason(fixture)) as publication:
        loading = _Loading(fixture, elsewhere)
        loading.run(publication)
    return loading.outcome(publication.edition)


def _reason(fixture: Fixture) -> str:
    """Why, for readers: the guide that the rows were transcribed from, or else the file that they came in."""
    slugs = {name.key[0] for row in fixture.rows for name in row.references if name.model is Source}
    sources = {source.slug: source for source in Source.objects.filter(slug__in=slugs)}
    sources |= {row.instance.slug: row.instance for row in fixture.rows if isinstance(row.instance, Source)}
    guides = [sources[slug] for slug in slugs if slug in sources and sources[slug].kind == Source.Kind.GUIDE]
    if len(guides) == 1:
        return f"Loaded the guide by {guides[0].publisher}: {guides[0].title}."[:REASON_LENGTH]
    return f"Loaded from {fixture.file}."


class _Loading:
    """What is known while a fixture is loaded: rows in order, the database's side, what is to be done."""

    def __init__(self, fixture: Fixture, elsewhere: Collection[Name]):
        self.fixture = fixture
        self.ledger = Ledger(fixture.file, fixture.by_name)
        gone = {name for name in self.ledger.names() if name not in fixture.by_name and name not in elsewhere}
        self.stock = rows_named(fixture.wanted - gone) | rows_named(fixture.by_name, hidden=True)
        link(fixture, self.stock)
        self.rows = needs_first(fixture)
        self.plan = Plan.of(self.rows, fixture, self.stock, self.ledger)
        self.removal = Removal(gone, rows_named(gone), self.ledger)

    def run(self, publication: Publication) -> None:
        """Do what is to be done; Refused where something is wrong."""
        self.removal.sweep(publication)
        make_room(self.plan.rows(Verdict.CHANGED), self.stock)
        self._write_or_refuse()
        self._note(publication)
        # Once more: what the rows just written rested on before is free now.
        self.removal.sweep(publication)
        self._keep_the_ledger()

    def outcome(self, edition: Edition | None) -> Outcome:
        """What came of it."""
        counts = {verdict: len(self.plan.rows(verdict)) for verdict in Verdict}
        return Outcome(
            file=self.fixture.file,
            new=counts[Verdict.NEW],
            changed=counts[Verdict.CHANGED],
            removed=self.removal.removed,
            same=counts[Verdict.SAME],
            kept=self.plan.kept + self.removal.kept,
            edition=edition,
        )

    def _write_or_refuse(self) -> None:
        failure = "" if self.fixture.refusals else self._write()
        if self.fixture.refusals or failure:
            diagnose(self.rows, self.fixture, self.stock, self.plan)
            raise Refused(self.fixture.refusals or [Refusal(self.fixture.file, failure)])

    def _write(self) -> str:
        """Write all that is to be written at once; what stood against it, with nothing written, or ""."""
        try:
            with transaction.atomic():
                for row in self.plan.rows(Verdict.NEW, Verdict.CHANGED):
                    write(row)
        except (ValidationError, DatabaseError, VersionConflict) as error:
            return str(error)
        return ""

    def _note(self, publication: Publication) -> None:
        for row in self.plan.rows(Verdict.NEW):
            publication.created(row.instance)
        for row in self.plan.rows(Verdict.CHANGED):
            publication.changed(row.instance)

    def _keep_the_ledger(self) -> None:
        for row in self.plan.rows(Verdict.NEW, Verdict.CHANGED, Verdict.SAME):
            self.ledger.write(row.name, self.plan.digests[row])
        self.ledger.save()
        self.removal.settle()
