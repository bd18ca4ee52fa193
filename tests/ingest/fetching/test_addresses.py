"""Every importer says where its files are, under names that it knows again."""

from urllib.parse import urlsplit

import pytest

from ingest.fetching.addresses import addresses_of, filled
from ingest.releases.registry import importers
from tests.careers.importers.test_homes import HOMES

EXAMPLE = {"yy": "24", "yyyy": "2024", "major": "31", "minor": "0", "month": "06", "day": "10", "year": "2026"}
FILES = [(importer, file) for importer in HOMES for file in addresses_of(importer).files]


def test_every_importer_has_addresses():
    assert {importer.name for importer, _ in FILES} >= {importer.name for importer in HOMES}
    assert {importer.name for importer in HOMES} <= {importer.name for importer in importers()}


@pytest.mark.parametrize(("importer", "file"), FILES, ids=lambda value: getattr(value, "name", ""))
class TestEveryFile:
    def test_has_a_name_that_its_importer_knows(self, importer, file, tmp_path):
        path = tmp_path / filled(file.name, EXAMPLE).replace("*", "1.2.1")
        path.touch()
        assert importer.recognises(path)

    def test_is_fetched_encrypted_or_by_hand(self, importer, file):
        source = addresses_of(importer)
        assert bool(file.at) != bool(source.by_hand)
        assert {urlsplit(address).scheme for address in (source.page, *file.at)} == {"https"}

    def test_is_of_the_newest_release_where_its_address_names_one(self, importer, file):
        assert all(("{" in address) == bool(file.years or file.listing) for address in file.at)
        assert not (file.years and file.listing)


def test_bls_is_told_whom_to_contact():
    of_bls = [importer for importer, file in FILES if any("bls.gov" in address for address in file.at)]
    assert all(addresses_of(importer).wants_contact for importer in of_bls)
