"""A text broken into lines, as few as there can be and then as even as they can be."""

from collections.abc import Callable

Measure = Callable[[str], float]


def fill_lines(text: str, width: float, measure: Measure) -> list[str]:
    """Each line takes as many words as there is room for; a word that is wider has its own."""
    lines = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def even_lines(text: str, width: float, measure: Measure) -> list[str]:
    """As many lines as it takes to fill them, in the smallest width in which that is so."""
    count = len(fill_lines(text, width, measure))
    narrow, wide = 0, int(width)
    while narrow < wide:
        middle = (narrow + wide) // 2
        if len(fill_lines(text, middle, measure)) > count:
            narrow = middle + 1
        else:
            wide = middle
    return fill_lines(text, wide, measure)
