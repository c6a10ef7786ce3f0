"""Two saves that reach two server processes at one moment: the second one finds the first."""

import re
from concurrent.futures import ThreadPoolExecutor

ROUNDS = 10


def typed(name):
    return {
        "title": "Two at once",
        "slug": "two-at-once",
        "summary": "What it is.",
        "body": f"Words of {name}.",
        "position": 0,
    }


def test_of_two_saves_at_one_moment_one_is_taken_and_one_shown_the_other(site):
    address = site.submit("/admin/pages/page/add/", **typed("nobody"))
    path = re.match(r"/admin/pages/page/\d+/change/", address)[0]
    with ThreadPoolExecutor() as pool:
        for number in range(ROUNDS):
            form = site.form(path)
            sent = [form | typed(f"{name} {number}") for name in ("ann", "bob")]
            answers = pool.map(lambda values: site.send(path, values), sent)
            (_, _, taken), (_, shown, _) = sorted(answers, key=lambda answer: -answer[0])
            assert taken == path
            assert [name for name in ("ann", "bob") if f"Words of {name} {number}." in shown] == [
                "ann",
                "bob",
            ]
