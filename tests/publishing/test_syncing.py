"""The decision between file and row."""

import pytest

from clinic_site.publishing.syncing import Decision, decide


@pytest.mark.parametrize(
    ("file", "row", "synced", "decision"),
    [
        ("a", None, "", Decision.ONLY_FILE),
        ("a", "a", "a", Decision.SAME),
        ("b", "b", "a", Decision.SAME),
        ("a", "a", "", Decision.SAME),
        ("b", "a", "a", Decision.FILE_CHANGED),
        ("a", "b", "a", Decision.ROW_CHANGED),
        ("b", "c", "a", Decision.CONFLICT),
        ("b", "c", "", Decision.CONFLICT),
    ],
)
def test_decision_follows_from_three_digests(file, row, synced, decision):
    assert decide(file, row, synced) is decision
