from facts import editors


class SalariesConfig(editors.EditedRoom):
    """What a career pays: a guide's salaries and the record's wages."""

    name = "salaries"
    verbose_name = "Pay"

    def ready(self):
        """Tell the import frame how wages are read."""
        from facts.importing.registry import register
        from salaries.importers.oews import OEWS

        super().ready()
        register(OEWS())
