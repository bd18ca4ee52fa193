"""What wrk prints is read as numbers."""

import pytest

from bench.load import Measured, median, read

PRINTED = """Running 3s test @ http://127.0.0.1:8150/
  1 threads and 16 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   663.10us    1.02ms  20.10ms   94.31%
    Req/Sec    32.54k     2.91k   39.12k    70.00%
  Latency Distribution
     50%  {p50}
     75%  700.00us
     90%    1.21ms
     99%  {p99}
  97210 requests in 3.00s, 2.01GB read
{problems}Requests/sec:  32403.11
Transfer/sec:    687.12MB
"""


def printed(*, p50="431.00us", p99="5.41ms", problems=""):
    return PRINTED.format(p50=p50, p99=p99, problems=problems)


def test_a_round_without_problems():
    assert read(printed()) == Measured(per_second=32403.11, p50=0.431, p99=5.41, errors=0)


@pytest.mark.parametrize(
    ("told", "milliseconds"), [("12.00us", 0.012), ("3.00ms", 3), ("1.50s", 1500), ("1.00m", 60_000)]
)
def test_every_unit_becomes_milliseconds(told, milliseconds):
    assert read(printed(p99=told)).p99 == milliseconds


def test_what_was_refused_and_what_was_lost_are_errors():
    problems = "  Socket errors: connect 1, read 2, write 3, timeout 4\n  Non-2xx or 3xx responses: 100\n"
    assert read(printed(problems=problems)).errors == 110


def test_a_server_that_answered_nothing_is_told_and_not_a_number():
    assert read(printed(p50="0.00us", p99="0.00us").replace("32403.11", "0.00")) == Measured(0, 0, 0, 0)


def test_rounds_become_their_medians_and_all_their_errors():
    rounds = [Measured(100, 1, 9, 0), Measured(300, 3, 7, 2), Measured(200, 2, 8, 1)]
    assert median(rounds) == Measured(200, 2, 8, 3)
