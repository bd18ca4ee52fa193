"""Fixtures into the database: read within bounds, held against the models and what editors did since, loaded whole.

From the file on:

files, text                    which files, and their YAML as entries with lines
name, shape, value, reading    an entry as a row: its name, its fields, what can be told without the database
row, fixture                   a row with what is wrong with it; a file's rows, and the order of files
stock, linking                 the rows of the database spoken of; rows tied to one another, and their order
says, ledger, verdict, plan    what fixture, database and last load say, and what follows for each row
writing, removal               rows saved, and rows that left their file removed
diagnosis, problems, refusal   a file that cannot be loaded, and everything that is wrong with it
load, together                 one file as one publishing act, and several in one go
outcome, report                what came of it, and how it is told
"""
