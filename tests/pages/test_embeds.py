"""What other sites may show: pages that any site may frame, pictures of the same charts, and oEmbed."""

import http.server
import struct
import threading
from functools import partial
from xml.etree import ElementTree

import pytest
from django.conf import settings

from facts.actions import publishing
from facts.models import Edition
from pages.embeds.drawing import HEIGHT, WIDTH
from tests import factories as make

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def wage(db):
    """Of a career and the occupation that it is counted in."""
    wage = make.WageFactory(
        occupation__code="53-7065", occupation__title="Records <Specialists>", annual_median=50_250, annual_p90=80_950
    )
    match = make.OccupationMatchFactory(career__slug="archivist", career__title="Archivist", match="exact")
    match.occupation = wage.occupation
    match.save()
    return wage


@pytest.fixture
def salary(db):
    return make.SalaryFactory(key="pay", career__title="Guide writer", median=47_190, mean=49_000)


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer


PAGES = ("/embed/jobs/archivist/pay/", "/embed/jobs/53-7065/pay/", "/embed/figures/pay/")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_names_value_source_and_the_way_back(client, wage, salary, address):
    page = read(client, address).content.decode()
    assert ("$47,190" if "figures" in address else "$50,250") in page
    assert "See it on Rungs" in page
    assert (salary.source.publisher if "figures" in address else wage.release.source.publisher) in page
    assert "Records <Spec" not in page


@pytest.mark.parametrize("address", PAGES)
def test_any_site_may_frame_it_and_no_other_page(client, wage, salary, address):
    answer = read(client, address)
    assert "X-Frame-Options" not in answer
    policy = dict(part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    assert (policy["frame-ancestors"], policy["default-src"], policy["script-src"]) == ("*", "'none'", "'none'")
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    other = client.get("/careers/archivist/")
    assert (other["X-Frame-Options"], "frame-ancestors 'none'" in other["Content-Security-Policy"]) == ("DENY", True)


@pytest.mark.parametrize("address", [page.rstrip("/") for page in PAGES])
def test_the_same_chart_is_a_picture_of_one_size(client, wage, salary, address):
    drawing = ElementTree.fromstring(read(client, f"{address}.svg").content)  # noqa: S314 - our own
    assert (drawing.get("width"), drawing.get("height")) == (str(WIDTH), str(HEIGHT))
    said = " ".join(text.text for text in drawing.iter(f"{SVG}text"))
    assert settings.SITE_URL.rstrip("/") in said
    picture = read(client, f"{address}.png")
    assert picture.content.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture.content[16:24]) == (2 * WIDTH, 2 * HEIGHT)
    assert picture["Content-Type"] == "image/png"


def test_bars_are_as_long_as_their_numbers(client, wage):
    drawing = ElementTree.fromstring(read(client, "/embed/jobs/archivist/pay.svg").content)  # noqa: S314 - our own
    widths = [int(bar.get("width")) for bar in drawing.iter(f"{SVG}rect") if bar.get("class") == "record"]
    assert len(widths) == 6
    assert widths[2] / max(widths) == pytest.approx(50_250 / 80_950, abs=0.01)


def test_jobs_stand_side_by_side(client, wage):
    make.WageFactory(release=wage.release, occupation__code="53-7062", occupation__title="Chiefs", annual_median=52_000)
    page = read(client, "/embed/compare/?item=archivist&item=53-7062").content.decode()
    assert "$50,250" in page
    assert "$52,000" in page
    assert read(client, "/embed/compare.png?item=archivist&item=53-7062").content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "address",
    [
        "/embed/jobs/nobody/pay/",
        "/embed/jobs/archivist/nothing/",
        "/embed/jobs/archivist/states/",
        "/embed/figures/nothing/",
        "/embed/compare/",
        "/embed/compare/?item=archivist",
        "/embed/oembed",
        "/embed/oembed?url=https://elsewhere.example/careers/archivist/",
        f"/embed/oembed?url={settings.SITE_URL}/search/",
        "/embed/oembed?url=http://[",
    ],
)
def test_what_cannot_be_shown_is_not_found(client, wage, address):
    assert client.get(address).status_code == 404


def test_it_stays_as_an_edition_had_it(client, salary):
    with publishing(act=Edition.Act.EDIT, reason="First.") as publication:
        publication.created(salary)
    before = read(client, "/embed/figures/pay/?edition=1").content
    with publishing(act=Edition.Act.EDIT, reason="Put right.") as publication:
        salary.median = 60_000
        salary.save()
        publication.changed(salary)
    assert read(client, "/embed/figures/pay/?edition=1").content == before
    assert read(client, "/embed/figures/pay/").content != before


@pytest.mark.parametrize(
    ("page", "framed"),
    [
        ("/careers/archivist/", "/embed/jobs/archivist/pay/"),
        ("/occupations/53-7065/", "/embed/jobs/53-7065/pay/"),
        ("/figures/pay/", "/embed/figures/pay/"),
        ("/compare/?item=archivist&item=53-7062", "/embed/compare/?item=archivist&amp;item=53-7062"),
        ("/embed/jobs/archivist/years/", "/embed/jobs/archivist/years/"),
    ],
)
def test_oembed_leads_from_a_page_to_what_can_be_framed_of_it(client, wage, page, framed):
    site = settings.SITE_URL.rstrip("/")
    told = client.get("/embed/oembed", {"url": site + page, "maxwidth": "500"}).json()
    assert (told["type"], told["version"], told["width"], told["height"]) == ("rich", "1.0", 500, HEIGHT)
    assert f'src="{site}{framed}"' in told["html"]
    assert told["thumbnail_url"].partition("?")[0].endswith(".png")


def test_oembed_gives_json_alone(client):
    assert client.get("/embed/oembed?format=xml&url=x").status_code == 501


def test_a_page_has_code_to_paste(client, wage, salary):
    for address, framed in (("/figures/pay/", "figures/pay/"), ("/careers/archivist/", "jobs/archivist/pay/")):
        page = read(client, address).content.decode()
        assert f"&lt;iframe src=&quot;{settings.SITE_URL.rstrip('/')}/embed/{framed}&quot;" in page


class _Elsewhere(http.server.BaseHTTPRequestHandler):
    """A page of another site that frames what its query names."""

    def do_GET(self):  # noqa: N802 - named so
        body = (
            f'<!doctype html><title>Elsewhere</title><iframe src="{self.path[2:]}" width="640" height="400"></iframe>'
        )
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *args):
        """Quiet."""


@pytest.fixture
def elsewhere():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Elsewhere))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/?"
    server.shutdown()
    server.server_close()


@pytest.mark.browser
class TestInAPageOfAnotherSite:
    @pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(253, 252, 248)"), ("dark", "rgb(16, 23, 21)")])
    def test_it_is_shown_light_and_dark_without_a_violation(self, page, site, elsewhere, scheme, paper):
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{elsewhere}{site}/embed/jobs/29-2072/pay/")
        frame = page.frame_locator("iframe")
        assert frame.locator(".value").first.text_content().startswith("$")
        assert frame.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == paper
        assert said == []

    @pytest.mark.parametrize("address", ["/", "/occupations/29-2072/", "/api/", "/admin/login/", "/download/"])
    def test_nothing_else_is(self, page, site, elsewhere, address):
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{elsewhere}{site}{address}")
        page.wait_for_timeout(300)
        assert any("frame" in text.lower() for text in said)
        assert page.frames[-1].url.startswith(("chrome-error:", "about:"))

    def test_the_code_is_copied(self, page, site, context):
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(f"{site}/occupations/29-2072/")
        page.get_by_text("Show it on your site").click()
        page.get_by_role("button", name="Copy the code").click()
        page.get_by_text("Copied.").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("textarea.code").input_value()
        assert copied.startswith("<iframe src=")
