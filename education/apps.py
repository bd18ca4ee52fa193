from django.apps import AppConfig


class EducationConfig(AppConfig):
    name = "education"
    verbose_name = "How to qualify"
    is_edited = True

    def ready(self) -> None:
        from education.importers import IMPORTERS
        from education.kinds import PATHS, PROGRAMS, TIMES_TO_ENTRY
        from facts import kinds
        from ingest.releases.registry import register_all

        register_all(IMPORTERS)
        kinds.register(PATHS)
        kinds.register(TIMES_TO_ENTRY)
        kinds.register(PROGRAMS)
