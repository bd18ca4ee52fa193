"""Rows that a release names stay there until it is ready."""

import pytest
from django.db import transaction

from facts.models import Industry
from ingest.releases.readers import open_table
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from salaries.importers.oews import importer
from salaries.models import Wage
from tests.factories import IndustryFactory
from tests.faults import everything
from tests.salaries.importers.oews import SPECIALISTS, write_oews

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_import_goes_no_further_where_what_it_names_was_removed_meanwhile(tmp_path, monkeypatch):
    unused = IndustryFactory(naics=True)
    before = everything()

    def removing(path, **chosen):
        with transaction.atomic():
            Industry.objects.filter(pk=unused.pk).delete()
        return open_table(path, **chosen)

    monkeypatch.setattr(importer, "open_table", removing)
    with pytest.raises(ImportRefused, match="1 industries were removed while the file was read; import it again"):
        import_release("oews", write_oews(tmp_path / "all_data_M_2024.csv", [SPECIALISTS]))
    assert not Wage.objects.exists()
    assert set(everything()) == set(before)
