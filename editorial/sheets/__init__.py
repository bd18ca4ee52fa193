"""Lists of the desk as sheets: written as CSV or a workbook, edited anywhere, and read again.

cells      what a form's field says as a cell, and what a cell says to a form's field
locales    numbers and dates as spreadsheets of other countries write them
columns    the columns of a form, and a row's cells in them
writing    rows as CSV or as a workbook
reading    an uploaded file as rows, within bounds
taking     each row of a sheet through the form of its row
"""
