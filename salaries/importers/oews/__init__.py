from salaries.importers.oews.importer import OEWS

__all__ = ["OEWS"]
