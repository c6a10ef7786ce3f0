"""The Markdown editor: django-markdownx's widget with a script and a style sheet of our own."""

from django import forms
from django.forms import Script
from markdownx.widgets import AdminMarkdownxWidget


class MarkdownEditor(AdminMarkdownxWidget):
    @property
    def media(self):
        """Replaces the stock files; a class `Media` would only add to them."""
        return forms.Media(
            css={"all": ["css/editor.css"]}, js=[Script("js/editor.js", type="module")]
        )
