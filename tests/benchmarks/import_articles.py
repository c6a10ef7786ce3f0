"""How long an import of many articles takes, and how much memory.

    python -m tests.benchmarks.import_articles [1000 2500 5000]

Prints one row for each number of articles of about 800 words; each runs in a process of its own.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = [1250, 2500, 5000]
PHRASE = "you may feel a short ache or a twitch while the needle is in the muscle of your back"
WORDS = PHRASE.split()
SECTION = "## Part {number}\n\n{words}.\n\n- {item}\n- {item}\n\n"


def write_articles(folder, count):
    """Writes `count` articles of about 800 words each, and one topic."""
    articles = Path(folder, "articles")
    articles.mkdir()
    (articles / "topics.yaml").write_text("basics:\n  title: The basics\n")
    for number in range(count):
        (articles / f"article-{number}.md").write_text(article(number))


def article(number):
    chance = random.Random(number)
    sections = "".join(
        SECTION.format(
            number=part,
            words=" ".join(chance.choices(WORDS, k=90)),
            item=" ".join(chance.choices(WORDS, k=5)),
        )
        for part in range(8)
    )
    return (
        f"---\ntitle: Article {number}\nsummary: About the subject {number}.\ntopic: basics\n"
        f"published: 2026-01-05 08:00:00+00:00\n---\n\n{sections}"
    )


def measure(count):
    """Imports into a database of its own; prints seconds and the highest memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"ENV_FILE": os.devnull, "VAR_DIR": f"{folder}/var"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "clinic_site.settings"
        import django
        from django.core.management import call_command

        django.setup()
        from clinic_site.publishing.importing import import_content

        call_command("migrate", verbosity=0)
        content = Path(folder, "content")
        content.mkdir()
        write_articles(content, count)
        start = time.perf_counter()
        report = import_content(content)
        seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if sys.platform != "darwin":
        memory *= 1024
    each = f"{seconds / count * 1000:.1f} ms"
    print(f"| {count:,} | {seconds:.1f} s | {each} | {memory / 1e6:.0f} MB |")
    assert report.counts["created"] == count + 1, report.summary()


def main(sizes):
    print("| articles | time | each | memory |\n| --- | --- | --- | --- |", flush=True)
    for size in sizes:
        subprocess.run([sys.executable, "-m", __spec__.name, "--one", str(size)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
