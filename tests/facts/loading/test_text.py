"""A file is read within bounds, and what is wrong with its text is said with its line."""

from pathlib import Path

import pytest

from facts.loading import text
from facts.loading.refusal import Refused
from facts.loading.text import entries


def refusal(path):
    with pytest.raises(Refused) as refused:
        entries(path)
    (only,) = refused.value.refusals
    assert only.file == path.name
    return only


def test_every_row_has_its_line(write):
    path = write(
        "rows.yaml", "# places\n- model: facts.place\n  fields: {code: US}\n\n- model: facts.place\n  fields: {}\n"
    )
    assert [(entry.line, entry.said) for entry in entries(path)] == [
        (2, {"model": "facts.place", "fields": {"code": "US"}}),
        (5, {"model": "facts.place", "fields": {}}),
    ]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("- model: [facts.place\n", 2, "no YAML"),
        ("- model: facts.place\n\tfields: {}\n", 2, "no YAML"),
        ("%PDF-1.4\n\x25", 1, "no YAML"),
        ("- a\n---\n- b\n", 2, "no YAML: but found another document"),
        ("- !!python/object/apply:os.system [ls]\n- a: &x 1\n  b: *x\n", 3, "an alias (*x) is not read"),
        ('- "nought: \\0"\n', 1, "a character that no database stores"),
        ("", None, "a fixture is a list of rows"),
        ("[]\n", None, "a fixture is a list of rows"),
        ("model: facts.place\n", None, "a fixture is a list of rows"),
        ("only words\n", None, "a fixture is a list of rows"),
    ],
)
def test_what_is_no_list_of_rows_is_refused_with_its_line(write, content, line, reason):
    refused = refusal(write("rows.yaml", content))
    assert reason in refused.reason
    assert refused.line == line


def test_a_yaml_bomb_does_not_go_off(write):
    layers = ["- &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    layers += [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert "an alias (*a0)" in refusal(write("bomb.yaml", "\n".join(layers))).reason


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_nesting_without_end_is_refused_before_it_is_followed(write, opening, closing):
    path = write("deep.yaml", f"- {opening * 50_000}{closing * 50_000}\n")
    assert "nested deeper than 12" in refusal(path).reason


def test_a_file_that_is_too_large_is_not_read_whole(write, monkeypatch):
    monkeypatch.setattr(text, "MAX_BYTES", 100)
    assert len(entries(write("fits.yaml", "- a".ljust(100)))) == 1
    assert "larger than the 100 bytes" in refusal(write("large.yaml", "- a".ljust(101))).reason


def test_a_file_without_an_end_is_not_read_to_it():
    assert "larger than" in refusal(Path("/dev/zero")).reason


def test_what_is_not_utf_8_is_refused(tmp_path):
    path = tmp_path / "latin.yaml"
    path.write_bytes("- name: Münster\n".encode("latin-1"))
    assert "cannot be read" in refusal(path).reason


def test_what_is_no_file_is_refused(tmp_path):
    assert "cannot be read" in refusal(tmp_path).reason


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{a: 1, a: 2}", "“a” is there twice"),
        ("{on: 1}", "“on” is there twice or is no text"),
        ("{1: a}", "“1” is there twice or is no text"),
        ("{[a]: b}", "no text"),
        ("{when: 2015-13-45}", "month must be in 1..12"),
        ("!!python/object/apply:os.system [ls]", "could not determine a constructor"),
        ("!!binary 'ü'", "ascii"),
        (f"{{number: {'9' * 5000}}}", "integer string conversion"),
    ],
)
def test_a_row_that_cannot_be_read_does_not_keep_the_others_from_it(write, row, problem):
    entry, after = entries(write("rows.yaml", f"- {row}\n- {{model: facts.place}}\n"))
    assert problem in entry.problem
    assert entry.line == 1
    assert after.said == {"model": "facts.place"}
