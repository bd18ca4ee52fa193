"""The sheet: text that can be read on every ground it stands on, in light and in dark."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

TEXT_ON = {
    "ink": ("paper", "panel", "claim-soft", "against-soft", *(f"band-{number}" for number in range(1, 6))),
    "quiet": ("paper", "panel", "claim-soft", "against-soft"),
    "link": ("paper", "panel", "claim-soft", "against-soft"),
    "claim": ("paper", "panel", "claim-soft", "against-soft"),
    "against": ("paper", "panel", "claim-soft", "against-soft"),
    "record": ("paper", "panel"),
    "on-solid": ("record", "against"),
    "paper": ("ink", "link"),
}
MOTIF_ON = ("paper", "panel", "against-soft")
PAIRS = [(text, ground) for text, grounds in TEXT_ON.items() for ground in grounds]


@cache
def sheet_as_written() -> str:
    """The sheet."""
    return Path(finders.find("css/rungs.css")).read_text()


@cache
def colours() -> dict[str, dict[str, str]]:
    """The colours by scheme and name."""
    found = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", sheet_as_written())
    return {"light": {n: light for n, light, _ in found}, "dark": {n: dark for n, _, dark in found}}


def unlisted(pairs: list[dict], scheme: str) -> list[dict]:
    """Those of the pairs that a page shows which are not among PAIRS, so that nothing here computes their contrast.

    A pair is `text` and `on`, both "#rrggbb", and `where` it was seen.
    """
    tokens = colours()[scheme]
    known = {(whole(tokens[text]), whole(tokens[ground])) for text, ground in PAIRS}
    return [pair | {"scheme": scheme} for pair in pairs if (pair["text"], pair["on"]) not in known]


@pytest.fixture
def sheet() -> str:
    """The sheet as written."""
    return sheet_as_written()


@pytest.fixture
def tokens() -> dict[str, dict[str, str]]:
    """The colours by scheme and name."""
    return colours()


def whole(colour: str) -> str:
    """The colour "#rgb" as "#rrggbb"; what is whole already stays."""
    digits = colour.lstrip("#")
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 computes it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of "#rgb" or "#rrggbb"."""
    digits = whole(colour).lstrip("#")
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_computed_as_wcag_does():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_seven_times_from_its_ground(tokens, scheme, text, ground):
    assert contrast(tokens[scheme][text], tokens[scheme][ground]) >= 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", MOTIF_ON)
def test_the_motif_stands_out_three_times(tokens, scheme, ground):
    assert contrast(tokens[scheme]["rung"], tokens[scheme][ground]) >= 3


def test_the_motif_never_sets_text(sheet):
    assert not re.search(r"(?<![\w-])color: var\(--rung\)", sheet)


def test_every_token_used_is_defined(sheet):
    used = set(re.findall(r"var\((--[\w-]+)(?!\w|,)", sheet))
    used -= set(re.findall(r"var\((--[\w-]+),", sheet))
    assert used - set(re.findall(r"(--[\w-]+):", sheet)) == set()


def test_nothing_is_fetched_from_elsewhere(sheet):
    assert "url(" not in sheet
    assert "@import" not in sheet
