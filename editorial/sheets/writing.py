"""Rows of cells as a file that a spreadsheet opens, and runs nothing of."""

import csv
import io
from collections.abc import Iterable

from xlsxwriter import Workbook

from editorial.sheets.cells import guarded

TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
#: Nothing of a cell is result for a formula, a link or a number: what is written is what is read again.
TEXT_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def as_csv(header: list[str], rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_workbook(header: list[str], rows: Iterable[list[str]]) -> bytes:
    file = io.BytesIO()
    with Workbook(file, TEXT_ONLY) as workbook:
        sheet = workbook.add_worksheet("Rungs")
        sheet.write_row(0, 0, header, workbook.add_format({"bold": True}))
        sheet.freeze_panes(1, 1)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)
    return file.getvalue()


WRITERS = {"csv": as_csv, "xlsx": as_workbook}
