import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

CONFIGURED = Path(__file__).parent / "postgresql"
HOST, USER, NAME = "127.0.0.1", "rungs", "rungs"
UNPRIVILEGED = "postgres" if os.geteuid() == 0 else None
"""Whom the server runs as: PostgreSQL refuses to run as root."""


@dataclass
class Database:
    programs: Path
    folder: Path
    port: int
    password: str
    configured_by: tuple[str, ...]

    def create(self) -> None:
        self._own(self.folder)
        secret = self.folder / "password"
        secret.write_text(self.password)
        self._own(secret)
        options = ("-U", USER, "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8", "--locale=C.UTF-8")
        self._run("initdb", "-D", self.data, *options, "--no-sync")
        secret.unlink()
        self._configure()

    def follow(self, primary: "Database") -> None:
        self._own(self.folder)
        where = ("-h", HOST, "-p", str(primary.port), "-U", USER)
        self._run("pg_basebackup", *where, "-D", self.data, "-R", "-C", "-S", "replica", "-X", "stream", "--no-sync")
        self._configure()

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses={HOST} -k {self.folder}"
        self._run("pg_ctl", "start", "-w", "-D", self.data, "-l", self.folder / "log", "-o", options)

    def stop(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "-w", "-m", "fast", "-D", self.data)

    def kill(self) -> None:
        os.kill(self.number, signal.SIGKILL)

    def start_again(self) -> None:
        """Waits until the killed processes are gone."""
        self._run("pg_ctl", "stop", "-m", "immediate", "-D", self.data, check=False)
        self.start()

    @property
    def number(self) -> int:
        return int((self.data / "postmaster.pid").read_text().split()[0])

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def _configure(self) -> None:
        for name in self.configured_by:
            copy = self.data / name
            shutil.copyfile(CONFIGURED / name, copy)
            self._own(copy)
            with (self.data / "postgresql.conf").open("a") as file:
                file.write(f"include '{name}'\n")

    def _own(self, path: Path) -> None:
        if UNPRIVILEGED:
            shutil.chown(path, UNPRIVILEGED)

    def _run(self, program: str, *arguments: str | Path, check: bool = True) -> None:
        environment = os.environ | {"PGPASSWORD": self.password}
        command = [self.programs / program, *arguments]
        subprocess.run(  # noqa: S603
            command,
            check=check,
            user=UNPRIVILEGED,
            cwd=self.folder,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
        )
