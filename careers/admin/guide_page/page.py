"""A career as one source tells it, read and written whole."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest

from careers.admin.guide_page.part_form import PartForm, part_form
from careers.admin.guide_page.part_kind import SHARED, PartKind, in_chapters, part_kinds, shared_kinds
from careers.admin.guide_page.part_list import PartList
from careers.admin.guide_page.references import KnownRows, is_named_by_title, key_text
from careers.chapters import GuideChapter
from careers.models import Career
from editorial.admin.publishing import note_removed
from facts.actions import Publication
from facts.models import Source
from ingest.fixtures.writing import move_aside

HEADS = GuideChapter(anchor="head", title="The guide")
GONE = "It was removed by somebody else. Save once more to add what you typed as a new one, or tick “Remove”."
UNSEEN = "It was saved by somebody else after you had opened it, so it was not removed. Look at it again."
NEEDED = "It cannot be removed as long as these refer to it: {}."
DOES_NOT_FIT = "It does not fit what is there already."
LEFT_FOR_ANOTHER = "“{}” has to be put right first."


class PartsRefused(Exception):  # noqa: N818 - an answer rather than a mistake
    """Something on the page is wrong, and nothing of it was saved."""


class _OneIsWrong(Exception):  # noqa: N818
    """A part that was moved cannot be saved."""


@dataclass
class WrittenChapter:
    chapter: GuideChapter
    lists: list[PartList] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(len(each.forms) for each in self.lists)


class GuidePage:
    """Unbound when it has just been read; `bind` puts what was typed over it."""

    def __init__(self, request: HttpRequest, site: AdminSite, career: Career, source: Source) -> None:
        self.request, self.site, self.career, self.source = request, site, career, source
        self.known = KnownRows()
        self.judges = list(Source.objects.filter(kind=Source.Kind.EDITORIAL).order_by("pk"))
        self.heads = [self._head_list(Career, career), self._head_list(Source, source)]
        self.chapters = [self._chapter(chapter, kinds) for chapter, kinds in in_chapters(part_kinds(site))]
        self.shared = WrittenChapter(SHARED, [self._list(kind, SHARED, []) for kind in shared_kinds(site)])

    # Reading ------------------------------------------------------------------------------------------------------

    def _head_list(self, model: Any, row: Any) -> PartList:
        found = self._list(PartKind(model, "", self.site.get_model_admin(model)), HEADS, [row])
        found.form.is_head = True
        return found

    def _chapter(self, chapter: GuideChapter, kinds: list[PartKind]) -> WrittenChapter:
        return WrittenChapter(chapter, [self._list(kind, chapter, self._rows(kind, chapter)) for kind in kinds])

    def _list(self, kind: PartKind, chapter: GuideChapter, rows: Sequence[Any]) -> PartList:
        names = kind.fields(self.request)
        if rows and chapter is HEADS:
            names = [name for name in names if name != "slug"]
        self.known.learn(rows)
        form = part_form(kind, names, self.request, self.known, self._on_page)
        return PartList(kind, chapter, form, rows)

    def _rows(self, kind: PartKind, chapter: GuideChapter) -> list[Any]:
        return rows_of_guide(kind, self.career, [self.source, *self.judges], prose=chapter.prose)

    def read(self) -> "GuidePage":
        for each in self.lists:
            each.read()
        return self

    def bind(self, data: Any, made: dict[str, int]) -> "GuidePage":
        for each in self.lists:
            each.bind(data, made)
        return self

    @property
    def lists(self) -> Iterator[PartList]:
        yield from self.heads
        yield from self.shared.lists
        for chapter in self.chapters:
            yield from chapter.lists

    @property
    def forms(self) -> Iterator[PartForm]:
        return (form for each in self.lists for form in each.forms)

    @property
    def wrong(self) -> list[PartForm]:
        return [form for form in self.forms if form.known_errors]

    @property
    def count(self) -> int:
        return sum(chapter.count for chapter in self.chapters)

    def list_called(self, prefix: str) -> PartList | None:
        return next((each for each in self.lists if each.prefix == prefix), None)

    # What the page itself names --------------------------------------------------------------------------------------

    def _on_page(self, model: Any, text: str) -> Any:
        rows = self._titled(model, text) if is_named_by_title(model) else []
        for form in self._forms_of(model):
            if _is_called(form, text):
                if form.is_new and not form.was_saved:
                    raise ValidationError(LEFT_FOR_ANOTHER.format(text))
                return form.instance
        return rows[0] if rows else None

    def _forms_of(self, model: Any) -> Iterator[PartForm]:
        return (form for each in self.lists if each.kind.model is model for form in each.standing)

    def _titled(self, model: Any, text: str) -> list[Any]:
        rows = (row for each in self.lists if each.kind.model is model for row in each.rows)
        return [row for row in rows if key_text(row).casefold() == text.casefold()]

    # Writing ------------------------------------------------------------------------------------------------------

    def save(self, publication: Publication, *, whole: bool) -> None:
        """Saves what is right and leaves the rest; where it is to be `whole`, raises PartsRefused for that."""
        lists = sorted(self.lists, key=_depth(self.lists))
        self._remove(reversed(lists), publication)
        for each in lists:
            self._save_list(each, publication)
        if whole and self.wrong:
            for form in self.forms:
                form.forget_save()
            raise PartsRefused

    def _remove(self, lists: Iterable[PartList], publication: Publication) -> None:
        for form in [form for each in lists for form in each.going]:
            words = self._removed(form, publication)
            if words:
                form.is_valid()
                form.add_error(None, words)

    def _removed(self, form: PartForm, publication: Publication) -> str:
        row, length = form.instance, publication.length()
        if str(form["version_read"].data) != str(row.version):
            return UNSEEN
        try:
            with transaction.atomic():
                note_removed(publication, [row])
                row.delete()
        except (ProtectedError, RestrictedError) as error:
            publication.cut(length)
            held: Any = getattr(error, "protected_objects", ()) or getattr(error, "restricted_objects", ())
            return NEEDED.format(", ".join(f"“{other}”" for other in list(held)[:3]))
        form.was_saved = True
        return ""

    def _save_list(self, each: PartList, publication: Publication) -> None:
        length = publication.length()
        try:
            with transaction.atomic():
                self._save_forms(each, publication, moving=True)
        except _OneIsWrong:
            publication.cut(length)
            numbers = [row.pk for row in each.rows]
            each.rows = list(each.kind.model._base_manager.filter(pk__in=numbers))
            each.bind(self.request.POST, self.request.made)  # type: ignore[attr-defined]
            self._save_forms(each, publication, moving=False)

    def _save_forms(self, each: PartList, publication: Publication, *, moving: bool) -> None:
        forms = each.standing
        places = each.new_positions() if each.kind.has_position else [None] * len(forms)
        moved = [
            form
            for form, place in zip(forms, places, strict=True)
            if moving and not form.is_new and place is not None and form.instance.position != place
        ]
        for form in moved if each.kind.has_unique_position else ():
            move_aside(each.kind.model, form.instance.pk, ["position"])
        for number, (form, place) in enumerate(zip(forms, places, strict=True), start=1):
            self._prepare(form, each, number)
            if place is not None and (moving or form.is_new):
                form.instance.position = place
            self._save_form(form, publication, is_moved=form in moved)
        if any(form.known_errors for form in moved):
            raise _OneIsWrong

    def _prepare(self, form: PartForm, each: PartList, number: int) -> None:
        form.default_locator = self._locator_for(each, number)
        if not form.is_new or each.chapter in (HEADS, SHARED):
            return
        row: Any = form.instance
        row.source = self._source_of(each.kind)
        if each.kind.parent:
            setattr(row, each.kind.parent, self._parent_of(each))
        else:
            row.career = self.career

    def _source_of(self, kind: PartKind) -> Source:
        is_ours = getattr(kind.model, "is_our_judgement", False)
        return self.judges[0] if is_ours and self.judges else self.source

    def _parent_of(self, each: PartList) -> Any:
        parent: Any = each.kind.model._meta.get_field(each.kind.parent).remote_field
        found = parent.model._base_manager.filter(career=self.career, source=self.source).order_by("pk").first()
        if found is None:
            found = parent.model(career=self.career, source=self.source, locator=self._locator_for(each, 0))
            found.key = f"{self.source.slug}-{parent.model._meta.model_name}"[:120]
            found.full_clean()
            found.save()
            self.request.publication.created(found)  # type: ignore[attr-defined]
        return found

    def _locator_for(self, each: PartList, number: int) -> str:
        """The section of the part above, or the chapter’s first; and the number in the list."""
        said = [text for form in each.forms if (text := _said_locator(form))]
        prose = [form for other in self._chapter_of(each) if other.kind.is_prose for form in other.standing]
        headings = [text for form in prose if (text := str(form["heading"].value() or ""))]
        place = next(iter([*said, *headings, each.chapter.title]))
        return f"{place}, item {number}"[:200] if number and not each.kind.is_prose else place[:200]

    def _chapter_of(self, each: PartList) -> list[PartList]:
        return next((chapter.lists for chapter in self.chapters if each in chapter.lists), [])

    def _save_form(self, form: PartForm, publication: Publication, *, is_moved: bool) -> None:
        was_new = form.is_new
        if was_new and form["part_row"].data:
            form.is_valid()
            form.add_error(None, GONE)
            return
        if not (was_new or is_moved or form.has_changed()):
            form.was_saved = True
            return
        if not form.is_valid():
            return
        if not (was_new or is_moved or form.has_changed()):
            return  # somebody else’s words alone
        try:
            with transaction.atomic():
                form.save()
        except IntegrityError:
            form.add_error(None, DOES_NOT_FIT)
            form.instance._state.adding = was_new
            return
        form.was_saved, form.was_added = True, was_new
        note: Callable = publication.created if was_new else publication.changed
        note(form.instance)


def rows_of_guide(kind: PartKind, career: Career, sources: Sequence[Source], *, prose: Sequence[str] = ()) -> list[Any]:
    """Those of the guide, and what the editors judge of the career."""
    rows = kind.model._base_manager.filter(**{kind.owner: career}, source__in=sources)
    if kind.is_prose:
        rows = rows.filter(kind__in=prose)
    related = [one.name for one in kind.model._meta.concrete_fields if isinstance(one, models.ForeignKey)]
    found = list(rows.select_related(*related).prefetch_related(*(one.name for one in kind.model._meta.many_to_many)))
    if not kind.has_position:
        found.sort(key=lambda row: row.pk)
    if kind.is_prose:
        found.sort(key=lambda row: (prose.index(row.kind), row.position, row.pk))
    return found


def _depth(lists: Iterable[PartList]) -> Callable[[PartList], int]:
    """How many kinds of the page a part needs below it."""
    kinds = {each.kind.model for each in lists}

    def depth_of(model: Any, seen: tuple = ()) -> int:
        targets = {
            one.remote_field.model
            for one in [*model._meta.concrete_fields, *model._meta.many_to_many]
            if one.remote_field and one.remote_field.model in kinds and one.remote_field.model not in (model, *seen)
        }
        return 1 + max((depth_of(target, (*seen, model)) for target in targets), default=0)

    depths = {model: depth_of(model) for model in kinds}
    return lambda each: depths[each.kind.model]


def _is_called(form: PartForm, text: str) -> bool:
    typed = [form[name].value() for name in ("name", "title", "slug") if name in form.fields]
    own = [] if form.is_new else [key_text(form.instance), str(form.instance)]
    return text.casefold() in {str(name).strip().casefold() for name in [*typed, *own] if name}


def _said_locator(form: PartForm) -> str:
    """The section that a part names, without its place in it."""
    if "locator" not in form.fields or form.kind.is_prose:
        return ""
    return str(form["locator"].value() or "").partition(", ")[0]
