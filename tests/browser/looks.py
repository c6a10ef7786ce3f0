"""What every page is held to in a browser: it shuts nobody out, and nothing sticks out of it."""

from axe_playwright_python.sync_playwright import Axe


def axe_findings(page, parts=None):
    """Each rule that the page, or `parts` of it, breaks, and where."""
    found = Axe().run(page, context=parts).response["violations"]
    return [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found]


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
