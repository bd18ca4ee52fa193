from facts import editors


class CareersConfig(editors.EditedRoom):
    """What a career is: the guide, its ladder, skills and outlook, and the occupations it is tied to."""

    name = "careers"
    verbose_name = "Careers and occupations"

    def ready(self):
        """Let the import frame know the importers of this room."""
        super().ready()
        from careers import importers

        importers.register_all()
