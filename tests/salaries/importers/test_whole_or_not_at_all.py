"""Whatever happens to an import, readers find what was there before, or all of the new."""

import signal
import time
from contextlib import suppress
from itertools import count

import pytest
from django.core.management import call_command
from django.db import DatabaseError

from careers.models import Occupation
from facts.models import Edition, Industry, Place, Release, Source
from ingest.releases.lock import import_lock
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from salaries.models import Wage
from tests.elsewhere import Elsewhere, address
from tests.faults import everything, failing_at
from tests.salaries.importers.oews import CALIFORNIA, FRESNO, HOSPITALS, MANAGERS, SPECIALISTS, write_oews

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]

OLDER = [SPECIALISTS, MANAGERS, MANAGERS | CALIFORNIA]
NEWER = [SPECIALISTS | {"A_MEDIAN": "50,260"}, SPECIALISTS | FRESNO, SPECIALISTS | HOSPITALS]


def first_import(folder):
    """Into an empty database: the source, the places and the occupations are new as well."""
    return write_oews(folder / "all_data_M_2024.csv", NEWER)


def corrected_import(folder):
    """Over a release that stands: rows change, appear, vanish, and others stay."""
    import_release("oews", write_oews(folder / "all_data_M_2024.csv", OLDER))
    return write_oews(folder / "corrected_M_2024.csv", NEWER)


def unchanged_import(folder):
    """Nothing differs, so that nothing is published."""
    import_release("oews", write_oews(folder / "all_data_M_2024.csv", OLDER))
    return write_oews(folder / "again_M_2024.csv", OLDER[::-1])


def seen():
    """What readers see of the record, and what the editions say of it."""
    wages = Wage.objects.published().values_list("occupation__code", "place__code", "industry__code", "annual_median")
    kept = (Release.objects.known(), Place.objects, Occupation.objects, Industry.objects, Source.objects)
    return sorted(map(str, wages)), [sorted(map(str, rows.all())) for rows in kept], Edition.objects.count()


def afresh(prepared, folder):
    call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
    return prepared(folder)


@pytest.mark.parametrize("prepared", [first_import, corrected_import, unchanged_import], ids=lambda made: made.__name__)
def test_the_database_is_as_before_whatever_statement_fails(tmp_path, monkeypatch, prepared):
    path = prepared(tmp_path)
    import_release("oews", path)
    after = seen()
    path, before, failures = afresh(prepared, tmp_path), everything(), 0
    for number in count(1, 3):
        with failing_at(number, monkeypatch) as fail, suppress(DatabaseError):
            import_release("oews", path)
        if not fail.has_failed:
            break
        failures += 1
        if everything() != before:  # what failed came after the moment in which all was made public
            assert seen() == after, f"statement {number} left something half done"
            path, before = afresh(prepared, tmp_path), everything()
    assert failures > 5
    assert seen() == after


def test_what_a_finished_import_could_not_clear_goes_with_the_next(tmp_path, monkeypatch):
    path = corrected_import(tmp_path)
    monkeypatch.setattr("ingest.releases.clearing.discard", _failing)
    report = import_release("oews", path)
    assert report.edition
    assert Release.objects.filter(state="replaced").count() == 1
    monkeypatch.undo()
    assert import_release("oews", path).already_here
    assert list(Release.objects.values_list("state", flat=True)) == ["ready"]
    assert Wage.objects.count() == 4


def _failing(release):
    raise DatabaseError("the disk is full")


def test_one_import_at_a_time(tmp_path):
    path = first_import(tmp_path)
    with import_lock(), pytest.raises(ImportRefused, match="Another import is running"):
        import_release("oews", path)
    assert import_release("oews", path).created == 3


# Killed --------------------------------------------------------------------------------------------------------------


STAGED = """
SELECT COUNT(*) FROM salaries_wage JOIN facts_release ON facts_release.id = release_id WHERE state = 'importing'
"""
SEEN = (
    "SELECT * FROM facts_edition",
    "SELECT * FROM facts_release WHERE state IN ('ready', 'withdrawn')",
    *(
        f"SELECT * FROM {model._meta.db_table} WHERE arriving_with_id IS NULL"  # noqa: S608
        for model in (Place, Industry, Occupation, Source)
    ),
    "SELECT salaries_wage.* FROM salaries_wage JOIN facts_release ON facts_release.id = release_id"
    " WHERE state = 'ready'",
)
LONG = 12_000  # rows


def seen_elsewhere(elsewhere):
    """All that readers may see of the record, as the database has it."""
    return [sorted(map(str, elsewhere.read(question))) for question in SEEN]


def long_file(folder, median="50,250"):
    places = [{"AREA": f"{10_000 + number // 30}", "OCC_CODE": f"61-{1_000 + number % 30}"} for number in range(LONG)]
    rows = [MANAGERS | FRESNO | {"A_MEDIAN": median} | place for place in places]
    return write_oews(folder / f"MSA_M2024_dl_{median}.csv", rows)


def test_a_killed_import_leaves_the_previous_edition_whole_and_the_next_one_clears_up(tmp_path):
    import_release("oews", write_oews(tmp_path / "national_M2024_dl.csv", OLDER))
    elsewhere = Elsewhere(address(tmp_path))
    seen_before = seen_elsewhere(elsewhere)
    states = long_file(tmp_path)
    importing = elsewhere.start("manage.py", "import_release", "oews", states)
    assert stopped_half_way(importing, elsewhere)
    importing.send_signal(signal.SIGKILL)
    importing.communicate()
    assert importing.returncode == -signal.SIGKILL
    assert seen_elsewhere(elsewhere) == seen_before
    elsewhere.run("manage.py", "import_release", "oews", states)
    assert elsewhere.read("SELECT COUNT(*) FROM salaries_wage") == [(LONG + 3,)]
    assert elsewhere.read("SELECT slug, state FROM facts_release") == [("may-2024", "ready")]


def stopped_half_way(importing, elsewhere):
    """Stop the import, as Ctrl-Z would, once it has staged rows; gives how many. It stands still while it is asked."""
    staged = 0
    while not staged and importing.poll() is None:
        importing.send_signal(signal.SIGCONT)
        time.sleep(0.05)
        importing.send_signal(signal.SIGSTOP)
        [(staged,)] = elsewhere.read(STAGED)
    return staged


# Beside an editor -----------------------------------------------------------------------------------------------------

SAVING = """
import os, sys, time, django; django.setup()
from facts.actions import publishing
from facts.models import Edition, Place, Release
longest, saves = 0, 0
while os.path.exists(sys.argv[1]):
    since = time.perf_counter()
    with publishing(act=Edition.Act.EDIT, reason="Another name."):
        place = Place.objects.get(code="US")
        place.name = f"United States {saves}"
        place.save()
    longest, saves = max(longest, time.perf_counter() - since), saves + 1
    time.sleep(0.05)
print(saves, longest)
"""


IMPORTING = """
import sys, django; django.setup()
from pathlib import Path
from ingest.releases.run import import_release
for path in sys.argv[1:]:
    import_release("oews", Path(path))
"""


def test_an_editor_never_waits_long_for_an_import(tmp_path):
    import_release("oews", write_oews(tmp_path / "national_M2024_dl.csv", OLDER))
    elsewhere = Elsewhere(address(tmp_path))
    going_on = tmp_path / "going on"
    going_on.touch()
    editor = elsewhere.start("-c", SAVING, going_on)
    # The second time every row takes the place of another.
    elsewhere.run("-c", IMPORTING, long_file(tmp_path, "50,250"), long_file(tmp_path, "50,260"))
    going_on.unlink()
    told, problems = editor.communicate()
    saves, longest = told.split()
    assert not problems
    assert int(saves) > 20
    assert float(longest) < 1
