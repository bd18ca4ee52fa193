"""Write the notebooks anew from the ten tasks of README.md: python notebooks.py"""

import json
import re
from pathlib import Path

HERE = Path(__file__).parent
NOTEBOOKS = {
    "pay.ipynb": ("Pay", (0, 1, 2, 7, 8)),
    "sources.ipynb": ("Jobs, their sources and their history", (3, 4, 5, 6, 9)),
}
"""Of each, its title and its tasks."""


def blocks(text: str) -> list[str]:
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


def tasks(text: str) -> list[tuple[str, str]]:
    """Heading and code."""
    return re.findall(r"### (.+?)\n\n```python\n(.*?)```", text, re.DOTALL)


def notebook(title: str, start: str, chosen: list[tuple[str, str]]) -> str:
    cells = [_cell("markdown", f"# {title}"), _cell("code", start)]
    for heading, code in chosen:
        cells += [_cell("markdown", f"## {heading}"), _cell("code", code)]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    made = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _cell(kind: str, text: str) -> dict:
    lines = text.rstrip("\n").splitlines(keepends=True)
    return {"cell_type": kind, "metadata": {}, "source": lines} | (
        {"execution_count": None, "outputs": []} if kind == "code" else {}
    )


def write() -> dict[str, str]:
    """The text of each notebook, by its name."""
    text = (HERE / "README.md").read_text()
    start, known = blocks(text)[0], tasks(text)
    return {
        name: notebook(title, start, [known[number] for number in chosen])
        for name, (title, chosen) in NOTEBOOKS.items()
    }


if __name__ == "__main__":
    for name, made in write().items():
        (HERE / "notebooks" / name).write_text(made)
