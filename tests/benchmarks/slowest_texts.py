"""How long the slowest texts take that the input limits let through.

    python -m tests.benchmarks.slowest_texts

Prints CPU milliseconds for each; the promise is less than 1,000 for any text of 100 kB.
"""

from time import process_time

from clinic_site.publishing.rendering import Facts, render

SLOW = {
    "brackets": ("[" * 40 + "word " * 1_980 + "\n\n") * 5,
    "addresses": ("[a](" * 20 + "word " * 1_980 + "\n\n") * 5,
    "boxes": "/// details | a\n\n" * 400,
    "headings": ("## a\n" * 450 + "\n") * 4,
    "rules": ("---\n" * 490 + "\n") * 4,
    "emphasis": ("*a **b _c " * 90 + "\n\n") * 20,
    "closed emphasis": ("*a* " * 490 + "\n\n") * 10,
    "citations": ("[@Boyce2020; @Brady2014] " * 390 + "\n\n") * 10,
    "lists": "- a\n\n" * 950,
    "definitions": (": a\n" * 490 + "\n") * 4,
    "tables": ("|a" * 40 + "\n" + "|-" * 40 + "\n" + "b\n" * 45 + "\n") * 5,
    "backslashes": ("\\#" * 490 + "\n\n") * 10,
    "spaces": ("a" + " " * 9_990 + "b\n\n") * 9,
}


def main():
    facts = Facts(references={}, terms=[], item_url=lambda address: None, picture=lambda name: None)
    print("| text | size | CPU |\n| --- | --- | --- |")
    for name, text in SLOW.items():
        start = process_time()
        render(text, facts)
        milliseconds = (process_time() - start) * 1000
        print(f"| {name} | {len(text) / 1000:.0f} kB | {milliseconds:.0f} ms |")


if __name__ == "__main__":
    main()
