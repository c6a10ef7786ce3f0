"""The pictures that stand for pages where others link to them (Open Graph)."""
