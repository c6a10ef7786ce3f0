"""What is different between two texts: paragraph by paragraph, and word by word within each.

difflib does the matching. It needs no package, always gives the same answer, and works on words
as well as on letters; diff-match-patch works on letters and stops after a time, so that the same
two texts can look different on a busy machine.
"""

from .fields import FieldChange, compare_items
from .rows import Row, Stretch, compare, folded
from .words import Piece

__all__ = ["FieldChange", "Piece", "Row", "Stretch", "compare", "compare_items", "folded"]
