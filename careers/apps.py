from django.apps import AppConfig


class CareersConfig(AppConfig):
    name = "careers"
    verbose_name = "Careers and occupations"
    is_edited = True

    def ready(self) -> None:
        from careers import exposure_studies, queues
        from careers.importers import EXPOSURE_IMPORTERS, IMPORTERS
        from careers.kinds import EXPOSURE_CLAIMS, OUTLOOKS, WORK_FROM_HOME, exposures
        from facts import kinds
        from ingest.releases.registry import register_all

        register_all(IMPORTERS)
        queues.register_all()
        for importer in EXPOSURE_IMPORTERS:
            exposure_studies.register(importer.study)
        for kind in (OUTLOOKS, exposures(), EXPOSURE_CLAIMS, WORK_FROM_HOME):
            kinds.register(kind)
