"""Exchange rates by day and by year, and factors of purchasing power."""

import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from facts.models import Edition, Release
from facts.periods import Period
from ingest.releases.refusal import ImportRefused
from ingest.releases.run import import_release
from money.conversions import in_currency, in_purchasing_power
from money.models import ExchangeRate, PurchasingPower
from tests.money.conversions.amounts import MEDIAN
from tests.tables import cells, write_table

pytestmark = pytest.mark.django_db


class TestEcb:
    ROWS = [
        ["Date", "USD", "JPY", "INR", "CYP", ""],
        ["2023-05-31", "1.0683", "149.15", "88.3905", "N/A", ""],
        ["2023-05-02", "1.0965", "151.06", "89.7185", "N/A", ""],
        ["1999-01-04", "1.1789", "133.73", "N/A", "0.58231", ""],
        ["30/04/2023", "1.10", "150", "90", "N/A", ""],
    ]

    @pytest.fixture(autouse=True)
    def report(self, tmp_path, db):
        file = write_table(tmp_path / "eurofxref-hist.csv", self.ROWS)
        with zipfile.ZipFile(tmp_path / "eurofxref-hist.zip", "w") as archive:
            archive.write(file, file.name)
        return import_release("ecb", tmp_path / "eurofxref-hist.zip")

    def test_accounts_for_every_cell(self, report):
        assert (report.read, report.created, report.rejected) == (16, 9, 7)
        assert report.reasons["no rate is given"] == 3
        assert [number for _, number, reason in report.rejections if "not a day" in reason] == [5] * 4

    def test_keeps_what_a_euro_was_worth_each_day(self):
        rate = ExchangeRate.objects.published().of_currency("USD").get(start=date(2023, 5, 31))
        assert (rate.base, rate.value, rate.end) == ("EUR", Decimal("1.0683"), date(2023, 5, 31))
        assert not ExchangeRate.objects.of_currency("CYP").filter(start__year=2023).exists()

    def test_is_named_after_its_newest_day(self):
        release = Release.objects.get()
        assert (release.slug, release.label) == ("2023-05-31", "31 May 2023")
        assert release.period_start == date(1999, 1, 4)

    def test_amounts_are_worked_out_at_the_mean_of_the_month(self):
        computed = in_currency(MEDIAN, "EUR")
        # (1.0683 + 1.0965) ÷ 2 = 1.0824; 48,780 ÷ 1.0824 = 45,066.5…
        assert computed.value_text == "€45,067"
        assert "1.0824 (USD to one EUR, mean of 2 daily rates, May 2023)" in computed.formula

    def test_across_two_currencies(self):
        # (88.3905 + 89.7185) ÷ 2 = 89.0545; 48,780 × 89.0545 ÷ 1.0824 = 4,013,376.1…
        assert in_currency(MEDIAN, "INR").result.value == Decimal(4013376)

    def test_twice_writes_nothing(self, tmp_path):
        assert import_release("ecb", tmp_path / "eurofxref-hist.zip").already_here
        again = import_release("ecb", tmp_path / "eurofxref-hist.csv")
        assert (again.unchanged, again.edition) == (9, None)
        assert Edition.objects.count() == 1

    def test_another_day_is_another_release(self, tmp_path):
        rows = [self.ROWS[0], ["2023-06-01", "1.0697", "149.4", "88.1"], *self.ROWS[1:]]
        report = import_release("ecb", write_table(tmp_path / "eurofxref-hist.csv", rows))
        assert report.created == 12
        assert in_currency(MEDIAN, "EUR").over.release.name == "1 June 2023"

    def test_of_another_day_than_asked_for_is_refused(self, tmp_path):
        with pytest.raises(ImportRefused, match="goes up to 31 May 2023, not to 1 June 2023"):
            import_release("ecb", tmp_path / "eurofxref-hist.csv", label="1 June 2023")


class TestFed:
    ROWS = [
        ["Date", "Country", "Exchange rate"],
        ["2023-01-01", "Euro", "0.9245"],
        ["2023-01-01", "India", "82.5714"],
        ["2023-01-01", "Venezuela", "28.6223"],
        ["2023-01-01", "Ruritania", "3"],
        ["2023-01-01", "Canada", "ND"],
    ]
    IN_2023 = replace(MEDIAN, period=Period.of_year(2023))

    @pytest.fixture(autouse=True)
    def report(self, tmp_path, db):
        return import_release("fed", write_table(tmp_path / "annual.csv", self.ROWS))

    def test_accounts_for_every_row(self, report):
        assert (report.read, report.created, report.rejected) == (5, 2, 3)
        assert "the country’s currency is not known here" in report.reasons

    def test_keeps_the_average_of_the_year(self):
        rate = ExchangeRate.objects.published().get(currency="INR")
        assert (rate.base, rate.start, rate.end) == ("USD", date(2023, 1, 1), date(2023, 12, 31))

    def test_amounts_of_a_year_are_worked_out_with_it(self):
        # 48,780 × 0.9245 = 45,097.11
        computed = in_currency(self.IN_2023, "EUR")
        assert computed.value_text == "€45,097"
        assert "0.9245 (EUR to one USD, rate, 2023)" in computed.formula

    def test_twice_writes_nothing(self, tmp_path):
        assert import_release("fed", tmp_path / "annual.csv").already_here


class TestPpp:
    LONG = [
        ["Country", "Country ID", "Year", "PPP"],
        ["India", "IN", "2023", "20.2212890625"],
        ["United States", "US", "2023", "1"],
        ["Angola", "AO", "1991", "0.0000000215907128494086"],
        ["India", "IN", "2024", ""],
        ["Atlantis", "XYZQ", "2023", "4"],
    ]

    def test_of_the_compilation(self, tmp_path):
        report = import_release("ppp", write_table(tmp_path / "ppp-gdp.csv", self.LONG))
        assert (report.read, report.created, report.rejected) == (5, 3, 2)
        assert PurchasingPower.objects.published().of_country("IN", 2023).get().value == Decimal("20.2212890625")
        assert Release.objects.get().label == "2023"

    def test_of_money_that_collapsed(self, tmp_path):
        import_release("ppp", write_table(tmp_path / "ppp-gdp.csv", self.LONG))
        assert PurchasingPower.objects.of_country("AO", 1991).get().value == Decimal("2.15907128E-8")

    def test_of_the_publisher_s_own_table(self, tmp_path):
        rows = [
            ["Data Source", "World Development Indicators", ""],
            ["Last Updated Date", "2026-07-01", ""],
            ["Country Name", "Country Code", "Indicator Name", "Indicator Code", "2022", "2023", ""],
            ["India", "IND", "PPP conversion factor", "PA.NUS.PPP", "19.6", "20.2212890625", ""],
            ["United States", "USA", "PPP conversion factor", "PA.NUS.PPP", "1", "1", ""],
            ["Arab World", "ARB", "PPP conversion factor", "PA.NUS.PPP", "", "2", ""],
        ]
        file = write_table(tmp_path / "API_PA.NUS.PPP_DS2_en_csv_v2_1.csv", rows)
        with zipfile.ZipFile(tmp_path / "API_PA.NUS.PPP_DS2_en_csv_v2_1.zip", "w") as archive:
            archive.writestr("Metadata_Country_API_PA.NUS.PPP.csv", "Country Code,Region\nIND,South Asia\n")
            archive.write(file, file.name)
        report = import_release("ppp", tmp_path / "API_PA.NUS.PPP_DS2_en_csv_v2_1.zip")
        assert (report.read, report.created, report.rejected) == (6, 4, 2)
        assert report.reasons == {"Country Code: no country, but a group of them": 2}
        # 48,780 × 20.2212890625 = 986,394.48…
        assert in_purchasing_power(MEDIAN, "IN").result.value == Decimal(986394)

    def test_twice_writes_nothing(self, tmp_path):
        import_release("ppp", write_table(tmp_path / "ppp-gdp.csv", self.LONG))
        assert import_release("ppp", tmp_path / "ppp-gdp.csv").already_here
        assert Edition.objects.count() == 1

    def test_without_a_factor_is_refused(self, tmp_path):
        with pytest.raises(ImportRefused, match="has no factor"):
            import_release("ppp", write_table(tmp_path / "ppp-gdp.csv", [self.LONG[0], cells("India | IN | | ")]))
