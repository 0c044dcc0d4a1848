"""The report's tables are replaced where they stand, and nothing else of it is touched."""

import pytest

from benchmarks.tables import REPORT, replaced


def test_a_table_takes_the_place_of_the_old_one():
    report = "before\n<!-- style -->\nold\n<!-- end of style -->\nafter\n"
    assert replaced(report, "style", "new\n") == "before\n<!-- style -->\nnew\n<!-- end of style -->\nafter\n"


def test_a_report_without_the_place_is_left_alone():
    with pytest.raises(ValueError, match="no lines"):
        replaced("no marks here", "style", "new")


@pytest.mark.parametrize("name", ["prospect", "prospect other", "attacks", "questions", "style", "throughput"])
def test_the_report_has_a_place_for_every_table_that_make_report_writes(name: str):
    assert replaced(REPORT.read_text(encoding="utf-8"), name, "x")
