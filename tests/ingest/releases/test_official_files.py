"""The publishers' own files, where RUNGS_DATA names a folder that holds them."""

import pytest

from ingest.releases.folder import files_known_in
from tests import needs

NO_RELEASES = {
    "README.md",
    "country-codes/country-codes.csv",
    "country-codes/currency-codes-all.csv",
    "ipeds/hd2020_dictionary.xlsx",
    "ipeds/ic2022.xlsx",
    "ipeds/ic2022_ay.xlsx",
}
"""Lists of what Rungs has from a library, and dictionaries that describe the files beside them."""


@pytest.mark.data
def test_every_file_is_known_by_an_importer_or_is_no_release():
    _, unknown = files_known_in(needs.data())
    assert {str(path.relative_to(needs.data())) for path in unknown} == NO_RELEASES
