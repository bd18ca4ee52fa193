"""The command: which files, in which order, what it prints and how it ends."""

import pytest
from django.core.management import CommandError, call_command

from facts.models import Edition, LoadedRow, Place, Source
from tests.facts.loading.rows import GUIDE, place, salary


@pytest.fixture
def project_fixtures(settings, tmp_path):
    """The project's fixtures are those that the test writes."""
    settings.FIXTURE_DIRS = [tmp_path]


def test_without_a_name_every_fixture_is_loaded_each_after_those_it_needs(project_fixtures, write, run):
    write("a-guide.yaml", salary())
    write("common.yaml", GUIDE)
    write("official.yml", place())
    write("notes.txt", "no fixture")
    assert run().said == ["common.yaml: 3 new", "a-guide.yaml: 1 new", "official.yml: 1 new", "Edition 3 is out."]


@pytest.mark.parametrize("name", ["common", "common.yaml"])
def test_a_fixture_of_the_project_is_loaded_by_its_name(project_fixtures, write, run, name):
    write("common.yaml", place())
    write("other.yaml", GUIDE)
    assert run(name).said[0] == "common.yaml: 1 new"
    assert not Source.objects.exists()


def test_a_name_that_no_file_has_is_an_error(run):
    assert run("nowhere").failed == "There is no fixture nowhere."


def test_two_files_of_one_name_are_an_error(write, run, tmp_path):
    (tmp_path / "twice").mkdir()
    ran = run(write("rows.yaml", place()), write("twice/rows.yaml", place()))
    assert "same name" in ran.failed
    assert not Place.objects.exists()


def test_a_check_says_what_would_be_done_and_writes_nothing(write, run):
    common, guide = write("common.yaml", GUIDE), write("guide.yaml", salary())
    assert run(common, guide, check=True).said == [
        "common.yaml: 3 new",
        "guide.yaml: 1 new",
        "Checked; nothing was written.",
    ]
    assert not Source.objects.exists()
    assert not Edition.objects.exists()
    assert not LoadedRow.objects.exists()


def test_a_check_refuses_what_a_load_refuses(write, run):
    ran = run(write("rows.yaml", GUIDE + salary(low=2, high=1)), check=True)
    assert ran.failed == "Not loaded: rows.yaml"
    assert "The low end is above the high end." in ran.err


def test_with_verbosity_0_only_what_goes_wrong_is_said(write, run):
    ran = run(write("good.yaml", place()), write("wrong.yaml", place("", "Nowhere")), verbosity=0)
    assert ran.out == ""
    assert "wrong.yaml, line 1" in ran.err


def test_outside_of_a_terminal_lines_are_plain_and_whole(write, run):
    name = "a-very-long-name-of-a-place-" + "x" * 80
    ran = run(write("rows.yaml", place("US", f'"[bold]{name}[/bold]"') + place("", f'"[red]{name}"')))
    assert "\x1b" not in ran.out + ran.err
    assert len(ran.complaints) == 2


def test_what_is_wrong_is_told_in_full_whatever_brackets_it_has(write, run):
    ran = run(write("rows.yaml", GUIDE + salary(source="[a, b]")))
    assert "source: ['a', 'b'] is no natural key of facts.source: [slug], as texts." in ran.err


def test_a_refused_file_ends_the_command_with_an_error(write, db):
    with pytest.raises(CommandError) as error:
        call_command("load_guides", str(write("rows.yaml", place("", "Nowhere"))), verbosity=0)
    assert error.value.returncode == 1
