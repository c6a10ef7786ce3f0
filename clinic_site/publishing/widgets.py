"""The Markdown editor: django-markdownx's widget with scripts and a style sheet of our own."""

from django import forms
from django.forms import Script
from markdownx.widgets import AdminMarkdownxWidget

from .toolbar import BOXES, PICTURE, TOOLS


class MarkdownEditor(AdminMarkdownxWidget):
    # Set by the admin, which knows who is asking.
    may_add_pictures = True

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        tools = [tool for tool in TOOLS if self.may_add_pictures or tool.name != PICTURE]
        return {**context, "tools": tools, "boxes": BOXES}

    @property
    def media(self):
        """Replaces the stock files; a class `Media` would only add to them."""
        return forms.Media(
            css={"all": ["css/editor.css"]}, js=[Script("js/editor.js", type="module")]
        )
