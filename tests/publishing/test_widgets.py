"""The editor's markup: our own files only, and nothing that a strict policy would block."""

import re

import pytest
from django.forms import CharField, Form
from django.template.loader import render_to_string

from clinic_site.publishing.widgets import MarkdownEditor


class BodyForm(Form):
    body = CharField(widget=MarkdownEditor)


@pytest.fixture
def markup():
    return str(BodyForm({"body": "</textarea><b>"})["body"])


def test_stock_files_of_markdownx_are_not_loaded():
    assert str(BodyForm().media).splitlines() == [
        '<link href="/static/css/editor.css" media="all" rel="stylesheet">',
        '<script src="/static/js/editor.js" type="module"></script>',
    ]


def test_widget_is_ours_and_names_both_addresses(markup):
    assert re.findall(r'data-markdownx-(?:upload-)?urls-path="([^"]+)"', markup) == [
        "/admin/editor/preview/",
        "/admin/editor/upload/",
    ]
    assert re.findall(r'class="(?:markdownx|editor|vLarge)[^"]*"', markup) == [
        'class="markdownx"',
        'class="editor-tools"',
        'class="vLargeTextField markdownx-editor"',
        'class="editor-status"',
        'class="editor-login"',
        'class="markdownx-preview"',
        'class="editor-caption"',
    ]


def test_text_is_escaped(markup):
    assert markup.count("&lt;/textarea&gt;&lt;b&gt;</textarea>") == 1


def test_markup_has_no_inline_style_or_script(markup):
    whole = markup + render_to_string("markdownx/preview_page.html")
    assert re.findall(r"<script|<style|\sstyle=|\son\w+=", whole) == []


def test_preview_runs_no_script(markup):
    assert re.findall(r'sandbox="([^"]*)"', markup) == [
        "allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    ]
