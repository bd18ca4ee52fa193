from typing import Any

from careers.models import Occupation
from facts.models import Release
from ingest.releases.bulk import update_with_history
from ingest.releases.refusal import RowRejected
from ingest.releases.staging import Staging

Key = tuple[str, str]


class OccupationStore:
    """Existing occupations and those of a file, by scheme and code.

    Changes are saved on publication, unless an editor changed the row or a later release of the source has it.
    """

    def __init__(self, staging: Staging) -> None:
        self._staging = staging
        self._shared = staging.shared(Occupation)
        self._standing: dict[Key, Occupation] = {row.natural_key(): row for row in Occupation.everything.all()}
        self._told: dict[Key, Occupation] = {}
        self._changed: list[Occupation] = []
        self._edited = set(Occupation.history.filter(history_user__isnull=False).values_list("id", flat=True))
        self._outdated = _is_outdated(staging.release)
        staging.at_publication.append(self._change)

    def find(self, scheme: str, code: str) -> Occupation | None:
        return self._told.get((scheme, code)) or self._standing.get((scheme, code))

    def take(self, scheme: str, code: str, **values: Any) -> Occupation:
        """Raises RowRejected for a repeated code."""
        key = (scheme, code)
        if key in self._told:
            raise RowRejected(f"a second row for {code}", kind="a second row for the same")
        row = self._told[key] = self._changed_to(values, key) if key in self._standing else self._new(key, values)
        self._shared.name(key, values["title"])
        return row

    def need(self, scheme: str, code: str, **values: Any) -> Key:
        """The key of a mentioned occupation, created if missing."""
        if self.find(scheme, code) is None:
            self._told[scheme, code] = self._made((scheme, code), values, in_passing=True)
        return scheme, code

    def _new(self, key: Key, values: dict) -> Occupation:
        self._staging.report.created += 1
        return self._made(key, values)

    def _made(self, key: Key, values: dict, *, in_passing: bool = False) -> Occupation:
        row = Occupation(scheme=key[0], code=key[1], **values)
        self._shared.add(row, in_passing=in_passing)
        return row

    def _changed_to(self, values: dict, key: Key) -> Occupation:
        row = self._standing[key]
        differing = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not differing or row.pk in self._edited or self._outdated:
            self._staging.report.unchanged += 1
            return row
        self._staging.report.changed += 1
        for name, value in differing.items():
            setattr(row, name, value)
        self._changed.append(row)
        return row

    def _change(self) -> None:
        """Rows saved in the meantime are left unchanged."""
        pks = [row.pk for row in self._changed]
        versions = dict(Occupation.everything.filter(pk__in=pks).values_list("pk", "version"))
        rows = [row for row in self._changed if versions.get(row.pk) == row.version]
        for row in rows:
            row.version += 1
            row.parent = row.parent  # its number, which a parent that was new has only now
        fields = ["title", "definition", "level", "parent", "version"]
        reason = f"Imported {self._staging.release.source.title}, {self._staging.release.label}."
        update_with_history(Occupation, fields, rows, reason)


def _is_outdated(release: Release) -> bool:
    end = release.period_end
    return bool(end) and release.source.releases.ready().filter(period_end__gt=end).exists()
