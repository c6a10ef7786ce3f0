"""What is wrong with a text, said so that its writer can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One finding: the line it is on (from 1), what is wrong and what to do."""

    line: int
    message: str

    def moved(self, offset: int) -> "Problem":
        """The same finding in a text with `offset` more lines in front."""
        return Problem(self.line + offset, self.message)


class TextError(Exception):
    """A text that cannot be used, with everything that is wrong with it."""

    def __init__(self, *problems: Problem):
        super().__init__(" ".join(f"Line {p.line}: {p.message}" for p in problems))
        self.problems = sorted(problems)
