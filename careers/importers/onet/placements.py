from careers.importers.onet.cells import month, number_from_one, onet_soc, words
from careers.importers.onet.occupations import OnetOccupations
from careers.models import OccupationJobZone, RelatedOccupation
from ingest.releases.cells import as_number, one_of, required
from ingest.releases.columns import SourceColumn
from ingest.releases.rows import Rows
from ingest.releases.staging import Staging
from ingest.releases.table import SourceTable

IN_ZONES = SourceTable(
    OccupationJobZone, fields=("occupation", "number", "dated", "domain_source"), key=("occupation",)
)
IN_ZONE_COLUMNS = (
    SourceColumn("code", (r"o\*net-soc code",), onet_soc),
    SourceColumn("number", ("job zone",), required(as_number(least=1, most=5))),
    SourceColumn("dated", ("date",), month, required=False),
    SourceColumn("domain_source", ("domain source",), words, required=False),
)

RELATED = SourceTable(
    RelatedOccupation, fields=("occupation", "related", "tier", "position"), key=("occupation", "related")
)
TIERS = {tier.value: tier.value for tier in RelatedOccupation.Tier}
RELATED_COLUMNS = (
    SourceColumn("code", (r"o\*net-soc code",), onet_soc),
    SourceColumn("related", (r"related o\*net-soc code",), onet_soc),
    SourceColumn("tier", ("relatedness tier",), required(one_of(TIERS, "a tier"))),
    SourceColumn("position", ("index",), number_from_one),
)


def load_zones_of_occupations(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:

    def take(row: list) -> None:
        code, number, dated, domain_source = row
        staging.add(IN_ZONES, (occupations.key(code), number, dated, domain_source or ""))

    staging.take(rows, IN_ZONE_COLUMNS, take)


def load_related(rows: Rows, occupations: OnetOccupations, staging: Staging) -> None:

    def take(row: list) -> None:
        code, related, tier, position = row
        staging.add(RELATED, (occupations.key(code), occupations.key(related), tier, position))

    staging.take(rows, RELATED_COLUMNS, take)
