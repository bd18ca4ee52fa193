"""Workbooks for tests, in as little of the format as a reader asks for."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def write_workbook(path: Path, sheets: Mapping[str, Sequence[Sequence]]) -> Path:
    """Write rows of text and numbers under the names of their sheets; gives the path. The same rows, the same bytes."""
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(zipfile.ZipInfo("[Content_Types].xml"), _types(len(sheets)))
        book.writestr(zipfile.ZipInfo("_rels/.rels"), _relations([("officeDocument", "xl/workbook.xml")]))
        book.writestr(zipfile.ZipInfo("xl/workbook.xml"), _workbook(sheets))
        parts = [("worksheet", f"worksheets/sheet{number}.xml") for number, _ in enumerate(sheets, 1)]
        book.writestr(zipfile.ZipInfo("xl/_rels/workbook.xml.rels"), _relations(parts))
        for number, rows in enumerate(sheets.values(), 1):
            book.writestr(zipfile.ZipInfo(f"xl/worksheets/sheet{number}.xml"), _sheet(rows))
    return path


def _types(sheets):
    parts = [("/xl/workbook.xml", "sheet.main")]
    parts += [(f"/xl/worksheets/sheet{number}.xml", "worksheet") for number in range(1, sheets + 1)]
    said = "".join(f'<Override PartName="{name}" ContentType="{OFFICE}.{kind}+xml"/>' for name, kind in parts)
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{default}{said}</Types>'


def _relations(parts):
    said = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{said}</Relationships>'


def _workbook(sheets):
    said = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(sheets, 1)
    )
    return f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{said}</sheets></workbook>'


def _sheet(rows):
    said = "".join(f'<row r="{number}">{_cells(row, number)}</row>' for number, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{said}</sheetData></worksheet>'


def _cells(row, number):
    return "".join(_cell(cell, f"{_letters(place)}{number}") for place, cell in enumerate(row) if cell != "")


def _letters(place):
    tens, ones = divmod(place, 26)
    return (chr(ord("A") + tens - 1) if tens else "") + chr(ord("A") + ones)


def _cell(cell, name):
    if isinstance(cell, int | float):
        return f'<c r="{name}"><v>{cell}</v></c>'
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
