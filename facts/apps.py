from facts import editors


class FactsConfig(editors.EditedRoom):
    """What a fact is: sources, releases, editions, statements, figures, places, industries."""

    name = "facts"
    verbose_name = "Facts and where they come from"

    def ready(self):
        """Let the import frame know the importers of this room."""
        super().ready()
        from facts import importers

        importers.register_all()
