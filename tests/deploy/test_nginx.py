"""nginx as it is configured for a site, with nothing behind it: TLS, limits, and the pages that it makes itself."""

import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

import pytest

from deploy import cluster
from serving.policy import security_headers

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")
FOLDER = Path(cluster.__file__).parent / "nginx"

pytestmark = pytest.mark.skipif(NGINX is None, reason="needs nginx: apt-get install nginx-light")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.fixture(scope="module")
def ports():
    return {80: free_port(), 443: free_port()}


@pytest.fixture(scope="module")
def site(ports):
    """site.conf on ports of the loopback address, with a certificate of its own, and nobody behind it."""
    folder = Path(tempfile.mkdtemp(prefix="rungs-nginx-", dir="/tmp"))  # noqa: S108 - its workers run as another user
    folder.chmod(0o755)
    shutil.copytree(FOLDER, folder / "conf")
    make_certificate(folder)
    text = (FOLDER / "site.conf").read_text()
    text = re.sub(r"listen \[::\]:\d+.*\n", "", text)
    for port, other in ports.items():
        text = text.replace(f"listen {port}", f"listen 127.0.0.1:{other}")
    text = text.replace("/etc/letsencrypt/live/rungs.example/fullchain.pem", f"{folder}/certificate.pem")
    text = text.replace("/etc/letsencrypt/live/rungs.example/privkey.pem", f"{folder}/key.pem")
    (folder / "conf" / "site.conf").write_text(text)
    upstream = (FOLDER / "upstream.conf").read_text()
    (folder / "conf" / "upstream.conf").write_text(re.sub(r":818\d", f":{free_port()}", upstream))
    command = [NGINX, "-p", folder, "-c", folder / "conf" / "site.conf", "-e", "error.log", "-g", "daemon off;"]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 20
    while not is_listening(ports[443]):
        assert server.poll() is None, (folder / "error.log").read_text()
        assert time.monotonic() < until
        time.sleep(0.05)
    yield
    server.terminate()
    server.wait()
    shutil.rmtree(folder)


def make_certificate(folder):
    names = ["-subj", "/CN=rungs.example", "-addext", "subjectAltName=DNS:rungs.example"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *names]
    files = ["-keyout", folder / "key.pem", "-out", folder / "certificate.pem"]
    subprocess.run([*command, *files], check=True, capture_output=True)


def is_listening(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Connection(HTTPSConnection):
    """To a port of this machine, under the site's name."""

    def connect(self):
        HTTPConnection.connect(self)
        self.sock = self._context.wrap_socket(self.sock, server_hostname="rungs.example")


def ask(ports, address, method="GET", *, tls=True, host="rungs.example"):
    context = ssl._create_unverified_context()  # noqa: S323 - a certificate of our own
    port = ports[443 if tls else 80]
    connection = (
        Connection("127.0.0.1", port, timeout=10, context=context)
        if tls
        else HTTPConnection("127.0.0.1", port, timeout=10)
    )
    connection.request(method, address, headers={"Host": host})
    response = connection.getresponse()
    response.text = response.read().decode()
    connection.close()
    return response


def test_plain_http_is_sent_to_https(site, ports):
    response = ask(ports, "/careers/?q=a", tls=False)
    assert (response.status, response.headers["Location"]) == (301, "https://rungs.example/careers/?q=a")


def test_another_name_is_not_answered(site, ports):
    with pytest.raises(ConnectionError):
        ask(ports, "/", tls=False, host="evil.example")


def test_a_page_of_its_own_has_the_headers_of_every_page(site, ports):
    response = ask(ports, "/careers/")
    assert response.status == 502
    assert "Error 502" in response.text
    for name, value in security_headers().items():
        assert response.headers[name] == value
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert response.headers["Retry-After"] == "5"
    assert "nginx/" not in (response.headers["Server"] or "")


@pytest.mark.parametrize(
    ("address", "method", "most"),
    [("/admin/login/", "POST", 11), ("/search/?q=a", "GET", 60), ("/download/a.zip", "GET", 21)],
)
def test_what_costs_much_is_limited_for_each_address(site, ports, address, method, most):
    statuses = [ask(ports, address, method).status for _ in range(most + 30)]
    assert 429 in statuses
    assert statuses.index(429) <= most + 25
    assert ask(ports, "/admin/login/").status == 502  # to look at the form is no sign-in
