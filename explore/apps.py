from django.apps import AppConfig


class ExploreConfig(AppConfig):
    name = "explore"
    verbose_name = "Claims and how they hold up"
    is_edited = True

    def ready(self) -> None:
        from explore import checking, finding, queues
        from explore.jobs.frozen import freeze_careers
        from explore.studies import ranking
        from facts import derived, freezing

        queues.register_all()
        freezing.followed_by(freeze_careers)
        derived.updated_by(checking.check_touched, checking.check_all_claims)
        derived.updated_by(finding.find_touched, finding.find_all_disagreements)
        derived.updated_by(ranking.rank_touched, ranking.find_rank_disagreements)
