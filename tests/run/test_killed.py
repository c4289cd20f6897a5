"""A run that is killed, at moments of chance, loses nothing that was done."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quifaitquoi.config import Settings
from quifaitquoi.run import work
from quifaitquoi.run.runner import CHUNK, run
from tests.run.fakes import Fake, articles
from tests.run.test_runner import contents, go

ROOT = Path(__file__).resolve().parents[2]
COUNT = 200
SCRIPT = """
import signal, sys, time
from pathlib import Path
from quifaitquoi.config import Settings
from quifaitquoi.run import work
from quifaitquoi.run.runner import run
from tests.run.fakes import Fake, articles
work.code_fingerprint = lambda *_: "code"
# Who starts the tests in the background lets them ignore Ctrl-C, and all that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)
def before(article):
    time.sleep(0.004)
    print(article.id, flush=True)
print("started", flush=True)
run(articles({count}), Path({output!r}), Settings(), engine=Fake(before).engine())
"""
#: Articles after which two chunks are kept for certain.
TWO_CHUNKS = 2 * CHUNK + 1


@pytest.fixture(autouse=True)
def same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The killed processes and their test agree, even while somebody edits a module."""
    monkeypatch.setattr(work, "code_fingerprint", lambda *_: "code")


def started(output: Path, script: str = SCRIPT) -> subprocess.Popen[str]:
    process = subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", script.format(count=COUNT, output=str(output))],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "started\n"
    return process


def under_way(output: Path) -> subprocess.Popen[str]:
    """A run that has kept two chunks and is far from its end."""
    process = started(output)
    assert process.stdout
    for _ in range(TWO_CHUNKS):
        assert process.stdout.readline()
    return process


def resumed(folder: Path, seed: int, kills: int) -> None:
    run(articles(COUNT), folder / "whole", Settings(), engine=Fake().engine())
    whole = contents(folder / "whole")
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    for _ in range(kills):
        process = started(folder / "out")
        time.sleep(chance.uniform(0.0, 1.2))
        process.kill()
        process.communicate()
        found = contents(folder / "out") if (folder / "out").is_dir() else {}
        # All tables or none: the run is longer than the moving of its tables by far.
        assert not found or found == whole
    process = started(folder / "out")
    _, errors = process.communicate()
    assert process.returncode == 0, errors
    assert contents(folder / "out") == whole


@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_run_goes_on(tmp_path: Path, seed: int) -> None:
    resumed(tmp_path, seed, kills=2)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_a_run_killed_often_goes_on(tmp_path: Path, seed: int) -> None:
    resumed(tmp_path, seed, kills=6)


def test_what_was_done_before_the_kill_is_not_done_again(tmp_path: Path) -> None:
    process = under_way(tmp_path)
    process.kill()
    process.communicate()
    _, done = go(articles(COUNT), tmp_path)
    assert 0 < len(done) <= COUNT - 2 * CHUNK


def test_a_second_run_is_refused_and_the_first_goes_on(tmp_path: Path) -> None:
    process = under_way(tmp_path)
    process.send_signal(signal.SIGSTOP)
    second = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "quifaitquoi", "run", str(ROOT / "raw"), "-o", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    process.send_signal(signal.SIGCONT)
    assert second.returncode == 2
    assert second.stderr.startswith("quifaitquoi: another run is writing to ")
    process.communicate()
    assert process.returncode == 0


def test_ctrl_c_keeps_what_was_done(tmp_path: Path) -> None:
    process = under_way(tmp_path)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode != 0
    assert not list(tmp_path.glob("*.csv"))
    assert len(go(articles(COUNT), tmp_path)[1]) <= COUNT - 2 * CHUNK


WORKERS = """
import os, sys, time
from pathlib import Path
from quifaitquoi.config import Settings
from quifaitquoi.run import engines, runner, work
from quifaitquoi.run.journal import packed
from tests.run.fakes import articles, rows_of_text

def slow(settings, chunk, mark):
    os.write(2, b"%d\\n" % os.getpid())
    time.sleep(0.05)
    return [packed(rows_of_text(article)) for article in chunk]

work.code_fingerprint = lambda *_: "code"
runner.rows_of = slow
runner.CHUNK = 2
print("started", flush=True)
runner.run(articles({count}), Path({output!r}), Settings(), engine=engines.processes(2))
"""


def test_workers_do_not_outlive_a_killed_run(tmp_path: Path) -> None:
    process = started(tmp_path, WORKERS)
    assert process.stderr
    workers = {int(process.stderr.readline()) for _ in range(6)}
    process.kill()
    process.wait()
    # The lock ended with the run, whatever its workers still do.
    assert len(go(articles(COUNT), tmp_path)[1]) < COUNT
    deadline = time.monotonic() + 5
    while any(_lives(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_lives(worker) for worker in workers)
    process.communicate()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # A dead child whose parent has not asked for it still has its number.
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
