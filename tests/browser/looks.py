"""What every page is held to in a browser: it shuts nobody out, and nothing sticks out of it."""

from axe_playwright_python.sync_playwright import Axe

UNTIL_NOTHING_FADES = """async () => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
}"""


def axe_findings(page, parts=None):
    """Each rule that the page, or `parts` of it, breaks, and where."""
    # A colour that fades is not yet the one that people read.
    page.evaluate(UNTIL_NOTHING_FADES)
    found = Axe().run(page, context=parts).response["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found]


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
