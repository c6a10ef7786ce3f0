"""What the editor offers above the text: its buttons with their keys, and the boxes."""

from typing import NamedTuple

_OWN_HEADING = "Your heading"


class Tool(NamedTuple):
    """A button and its keys.

    None with Ctrl+Alt, which types characters on many keyboards, and no letter with Ctrl+Shift,
    which browsers keep for themselves.
    """

    name: str
    label: str
    keys: str
    keys_on_mac: str = ""

    @property
    def aria_keys(self):
        keys = f"{self.keys} {self.keys_on_mac}".strip()
        return keys.replace("Ctrl", "Control").replace("Cmd", "Meta")


PICTURE = "picture"
TOOLS = (
    Tool("heading", "Heading", "Ctrl+Shift+1"),
    Tool("bold", "Bold", "Ctrl+B", "Cmd+B"),
    Tool("list", "List", "Ctrl+Shift+2"),
    Tool("link", "Link", "Ctrl+K", "Cmd+K"),
    Tool("source", "Source", "Ctrl+Shift+3"),
    Tool(PICTURE, "Picture", "Ctrl+Shift+4"),
    Tool("box", "Care card or box", "Ctrl+Shift+5"),
    Tool("cheat-sheet", "Cheat sheet", "Ctrl+Shift+6"),
)


class Box(NamedTuple):
    """A box as it is begun: `opening` ends where its writer gives the heading, if they do."""

    opening: str
    label: str
    purpose: str
    example: str

    @property
    def name(self):
        return self.opening.split()[1]

    @property
    def source(self):
        """A whole box, as the cheat sheet shows it."""
        heading = _OWN_HEADING if self.opening.endswith(" ") else ""
        return f"{self.opening}{heading}\n\n{self.example}\n\n///"


BOXES = (
    Box(
        "/// key-points",
        "Key points",
        "The 4 to 6 things to remember.",
        "- Soreness for a day or two is common.\n- Keep moving gently.",
    ),
    Box(
        "/// non-urgent | Call the clinic if",
        "Care card, not urgent",
        "What can wait for a call.",
        "- a bruise is still sore after a week",
    ),
    Box(
        "/// urgent | Ask for help today if",
        "Care card, urgent",
        "What cannot wait until tomorrow.",
        "- your skin is hot, red or swollen",
    ),
    Box(
        "/// emergency | Call {{emergency_number}} now if",
        "Care card, emergency",
        "Danger to life.",
        "- you cannot breathe well",
    ),
    Box("/// do", "Do", "One list of things to do.", "- tell us which medicines you take"),
    Box(
        "/// dont", "Do not", "One list; leave “do not” out of its lines.", "- come without eating"
    ),
    Box(
        "/// warning | ",
        "Warning",
        "A risk that readers must not miss.",
        "Tell us if you take blood thinners.",
    ),
    Box("/// note | ", "Note", "An aside.", "Wear loose clothes."),
    Box(
        "/// details | ",
        "Details",
        "Text that readers open when they want it.",
        "More about this, for those who are curious.",
    ),
)
