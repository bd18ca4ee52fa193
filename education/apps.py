from facts import editors


class EducationConfig(editors.EditedRoom):
    """How one gets into a career: credentials, requirements, ways in, steps; schools and what they teach."""

    name = "education"
    verbose_name = "Ways in"

    def ready(self):
        """Let the import frame know the importers of this room."""
        from education import importers

        super().ready()
        importers.register_all()
