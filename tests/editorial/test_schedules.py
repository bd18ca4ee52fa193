"""Two and three editors at the same rows, by every way there is, in any order: no save is lost, and no word typed.

Each editor has one page open at a time: a row's form, the rows on another's form, the list as a table, the question
before several are removed, or a sheet. What others save in between is not on it. `make fuzz` takes 300 schedules.
"""

import csv
import io
from collections import Counter
from dataclasses import dataclass, field
from html import unescape

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run

from facts.models import Edition
from salaries.models import Salary
from tests.editorial.conftest import new_editor
from tests.editorial.forms import admin_url, save, sent_by
from tests.editorial.test_sheets import give, kinds, sheet_of, take
from tests.factories import LadderFactory, SalaryFactory

ROWS = 3
IS_LONG = settings.default.max_examples > 1_000
SCHEDULES, STEPS = (300, 16) if IS_LONG else (4, 14)

went_through = Counter()
"""What the schedules had in them, so that the test can say how much it has seen."""

#: What is typed in each way; a row's form also shows what the others leave out.
WRITTEN = {
    "form": ("as_printed", "locator", "note"),
    "inline": ("as_printed", "locator"),
    "table": ("as_printed",),
    "sheet": ("as_printed", "locator", "note"),
}
FIELDS = WRITTEN["form"]
TEXTS = ("$1 & more", "“2”", "3\n<b>three</b>", "=4", "5 ≈ 'five'")

Cell = tuple[int, str]


@dataclass
class Opened:
    """A page that an editor has open: what it sends, what it showed, and what was typed since."""

    way: str
    url: str
    sent: dict[str, list[str]]
    rows: list[int]
    seen: dict[Cell, str]
    versions: dict[int, int]
    typed: dict[Cell, str] = field(default_factory=dict)
    previewed: object = None

    def name_of(self, cell: Cell) -> str:
        """The name of the field in which the cell is typed."""
        row, name = cell
        prefix = {"inline": "salaries", "table": "form"}.get(self.way)
        return f"{prefix}-{self.place_of(row)}-{name}" if prefix else name

    def place_of(self, row: int) -> str:
        """The number of the row's place on the page."""
        places = [name.split("-")[1] for name, sent in self.sent.items() if name.endswith("-id") and sent == [str(row)]]
        return places[0]


class Editors(RuleBasedStateMachine):
    """Editors at a ladder's three salaries."""

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.ladder = LadderFactory(rungs=ROWS)
        for rung in self.ladder.rungs.all():
            SalaryFactory(career=self.ladder.career, source=self.ladder.source, level=rung)
        self.expected = self.said()
        self.editions = 0
        self.saved: list[tuple[str, Cell, str]] = []
        self.open: dict[str, Opened] = {}

    @initialize(number=st.integers(2, 3))
    def come_in(self, number):
        """Each in a browser of their own."""
        self.people = {name: new_editor(name) for name in ("ann", "ben", "cal")[:number]}
        self.browsers = {name: Client() for name in self.people}
        for name, browser in self.browsers.items():
            browser.force_login(self.people[name])
        went_through[f"schedules of {number} editors"] += 1

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    # What there is ------------------------------------------------------------------------------------------------

    def said(self) -> dict[Cell, str]:
        return {(row.pk, name): getattr(row, name) for row in Salary.objects.order_by("pk") for name in FIELDS}

    def rows(self) -> list[int]:
        return list(dict.fromkeys(row for row, _ in self.expected))

    def versions(self) -> dict[int, int]:
        return dict(Salary.objects.values_list("pk", "version"))

    def somebody(self, data, *, has_open: bool) -> str | None:
        names = [name for name in self.people if (name in self.open) == has_open]
        return data.draw(st.sampled_from(names)) if names else None

    # Opening ------------------------------------------------------------------------------------------------------

    @precondition(lambda self: self.expected and len(self.open) < len(self.people))
    @rule(data=st.data(), way=st.sampled_from([*WRITTEN, "action"]))
    def opens(self, data, way):
        name = self.somebody(data, has_open=False)
        if not self._on_page(way):
            return
        some = data.draw(
            st.lists(st.sampled_from(self.rows()), min_size=1, max_size=1 + (way == "action"), unique=True)
        )
        rows = some if way in ("form", "action") else self._on_page(way)
        url, sent = getattr(self, f"_open_{way}")(self.browsers[name], rows)
        self.open[name] = Opened(way, url, sent, rows, dict(self.expected), self.versions())

    def _on_page(self, way) -> list[int]:
        """The rows that such a page shows: a ladder's form only those that are on its rungs."""
        shown = Salary.objects.by_level() if way == "inline" else Salary.objects
        return list(shown.order_by("pk").values_list("pk", flat=True))

    def _open_form(self, browser, rows):
        url = reverse("admin:salaries_salary_change", args=rows)
        return url, sent_by(browser.get(url))

    def _open_inline(self, browser, rows):
        url = admin_url(self.ladder)
        return url, sent_by(browser.get(url))

    def _open_table(self, browser, rows):
        url = reverse("admin:salaries_salary_grid")
        return url, sent_by(browser.get(url)) | {"_save": ["yes"]}

    def _open_action(self, browser, rows):
        url = admin_url(Salary, "changelist")
        return url, sent_by(browser.post(url, {"action": "delete_selected", "_selected_action": rows}))

    def _open_sheet(self, browser, rows):
        url = reverse("admin:salaries_salary_export", args=["csv"])
        text = browser.get(url).content.decode("utf-8-sig")
        numbers = dict(Salary.objects.values_list("key", "pk"))
        return url, {numbers[row["row"]]: row for row in csv.DictReader(io.StringIO(text, newline=""))}

    # Typing -------------------------------------------------------------------------------------------------------

    @precondition(lambda self: any(page.way in WRITTEN and not page.previewed for page in self.open.values()))
    @rule(data=st.data(), text=st.sampled_from(TEXTS))
    def types(self, data, text):
        names = [name for name, page in self.open.items() if page.way in WRITTEN and not page.previewed]
        page = self.open[data.draw(st.sampled_from(names))]
        cell = data.draw(st.sampled_from(page.rows)), data.draw(st.sampled_from(WRITTEN[page.way]))
        text = text if cell[1] == "note" else text.replace("\n", " ")
        page.typed[cell] = text
        if page.way == "sheet":
            page.sent[cell[0]][cell[1]] = f"'{text}" if text.startswith("=") else text
        else:
            page.sent[page.name_of(cell)] = [text]

    @precondition(lambda self: len(self.rows()) < ROWS)
    @rule(data=st.data())
    def adds_a_row(self, data):
        name = data.draw(st.sampled_from(sorted(self.people)))
        source, career = self.ladder.source, self.ladder.career
        said = {"career": career.pk, "source": source.pk, "currency": "USD", "pay_period": "year", "median": "1"}
        new = said | {"as_printed": "$1", "locator": "Pay", "level": "", "rank": "normal"}
        assert save(self.browsers[name], Salary, **new).status_code == 302
        row = Salary.objects.latest("pk")
        self.expected |= {(row.pk, "as_printed"): "$1", (row.pk, "locator"): "Pay", (row.pk, "note"): ""}
        self.editions += 1

    # Saving -------------------------------------------------------------------------------------------------------

    @precondition(lambda self: self.open)
    @rule(data=st.data())
    def saves(self, data):
        name = self.somebody(data, has_open=True)
        page = self.open[name]
        went_through[f"saves by {page.way}"] += 1
        if page.way == "sheet":
            self._save_sheet(name, page)
        elif page.way == "action":
            self._remove(name, page)
        else:
            self._save_form(name, page)

    def _save_form(self, name, page):
        answer = self.browsers[name].post(page.url, page.sent)
        if answer.status_code == 302:
            self._is_saved(name, page)
        elif answer.status_code == 410:
            self._is_shown(page, answer)
        else:
            self._is_refused(name, page, answer)

    def _is_saved(self, name, page):
        """What was typed is there, and nothing that somebody else has written was written over unseen."""
        gone = [cell for cell in page.typed if cell not in self.expected]
        assert not gone, f"{page.way}: saved, though the row is gone: {gone}"
        for cell, text in page.typed.items():
            assert self.expected[cell] in (page.seen[cell], text), f"{page.way}: {cell} was written over unseen"
        changed = {cell: text for cell, text in page.typed.items() if self.expected[cell] != text}
        self.saved += [(name, cell, text) for cell, text in changed.items()]
        self.editions += bool(changed)
        self.expected |= changed
        went_through["texts saved"] += len(page.typed)
        del self.open[name]

    def _is_shown(self, page, answer):
        """The row is gone: the page shows every word typed, to be copied."""
        assert not any(row in self.rows() for row in page.rows)
        text = unescape(answer.content.decode())
        assert all(line in text for typed in page.typed.values() for line in typed.splitlines())
        self._close(page)

    def _is_refused(self, name, page, answer):
        """Every word typed is still in its field; what others have written meanwhile is there to be seen."""
        went_through["saves that met another's"] += 1
        assert answer.status_code == 200
        page.sent = sent_by(answer) | ({"_save": ["yes"]} if page.way == "table" else {})
        for cell, text in page.typed.items():
            assert [as_typed(said) for said in page.sent[page.name_of(cell)]] == [text], f"{page.way}: {cell} is lost"
        went_through["texts refused and still there"] += len(page.typed)
        if set(page.rows) <= set(self.rows()):
            page.seen, page.versions = dict(self.expected), self.versions()
        else:
            self._close(page)  # the words are copied, and the page is opened anew

    def _close(self, page):
        self.open = {name: other for name, other in self.open.items() if other is not page}

    def _remove(self, name, page):
        was = self.versions()
        answer = self.browsers[name].post(page.url, page.sent)
        assert answer.status_code == 302
        there = set(Salary.objects.values_list("pk", flat=True))
        if removed := set(self.rows()) - there:
            assert removed == set(page.rows) & set(was)
            assert all(was[row] == page.versions[row] for row in removed), "removed unseen"
            self.expected = {cell: text for cell, text in self.expected.items() if cell[0] not in removed}
            self.editions += 1
        del self.open[name]

    def _save_sheet(self, name, page):
        browser = self.browsers[name]
        if page.previewed is None:
            page.previewed = give(browser, Salary, sheet_of(list(page.sent.values())))
            if "refused" in kinds(page.previewed):
                self._close(page)  # all that was typed is in the editor's own file
            return
        answer = take(browser, Salary, page.previewed)
        if answer.status_code == 302:
            self._is_saved(name, page)
        else:
            assert "refused" in kinds(answer)
            self._close(page)

    # What always holds --------------------------------------------------------------------------------------------

    @invariant()
    def the_rows_say_what_was_saved_and_nothing_else(self):
        assert self.said() == self.expected
        assert Edition.objects.count() == self.editions

    @invariant()
    def every_save_is_in_the_history_with_its_editor(self):
        for name, (row, field_name), text in self.saved:
            entries = Salary.history.filter(id=row, history_user__username=name, **{field_name: text})
            assert entries.exists()


def as_typed(text: str) -> str:
    return text.replace("\r\n", "\n").removeprefix("\n")


@pytest.mark.hypothesis
def test_no_save_and_no_word_is_lost(db, record_property):
    schedules = settings(
        max_examples=SCHEDULES, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run(Editors, settings=schedules)
    for what, count in sorted(went_through.items()):
        record_property(what, count)
    assert went_through["schedules of 2 editors"] + went_through["schedules of 3 editors"] >= SCHEDULES
