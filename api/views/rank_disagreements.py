from api.serializers.rank_disagreements import RankDisagreementSerializer
from api.views.lists import ListView
from careers.exposure_studies import studies
from explore.filters.base import Filters
from explore.filters.kinds import Choices
from explore.studies.rankings import RankDisagreement, rank_disagreements


class RankDisagreementFilter(Filters):
    source = Choices(
        words=[(study.source, study.authors) for study in studies()], help_text="Studies: pairs with a measure of any."
    )


class RankDisagreements(ListView):
    """Where two measures order the same jobs differently: rank correlation, and the ten jobs that differ most."""

    no_editions = "What is found is found in the newest figures; earlier findings are not kept."
    noun = "rank-disagreements"
    serializer = RankDisagreementSerializer
    filters = RankDisagreementFilter

    def select(self, filters: Filters) -> list[RankDisagreement]:
        wanted = filters.asked.get("source")
        match = rank_disagreements()
        return [one for one in match if not wanted or {one.first.study.source, one.second.study.source} & {*wanted}]
