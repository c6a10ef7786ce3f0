"""The site's Markdown, each construct in a module of its own; `rendering` puts them together."""
