"""The editor's markup: our own files only, and nothing that a strict policy would block."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.forms import CharField, Form
from django.template.loader import render_to_string

from clinic_site.publishing.toolbar import TOOLS
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
    assert re.findall(r'data-(?:items|references|cheat-sheet)="([^"]+)"', markup) == [
        "/admin/editor/items/",
        "/admin/editor/references/",
        "/admin/editor/cheat-sheet/",
    ]


def test_toolbar_has_a_button_for_each_tool_with_its_keys(markup):
    assert re.findall(r'data-tool="([\w-]+)" aria-keyshortcuts="([^"]+)"', markup) == [
        (tool.name, tool.aria_keys) for tool in TOOLS
    ]


def test_who_may_not_add_pictures_has_no_button_for_it(markup):
    form = BodyForm()
    form.fields["body"].widget.may_add_pictures = False
    tools = re.findall(r'data-tool="([\w-]+)"', str(form["body"]))
    assert tools == [tool.name for tool in TOOLS if tool.name != "picture"]


@pytest.mark.parametrize(("permissions", "buttons"), [(["add_picture"], 1), ([], 0)])
def test_admin_knows_who_may_add_pictures(client, make_user, permissions, buttons):
    ann = make_user("ann", is_staff=True)
    codenames = ["add_article", *permissions]
    ann.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client.force_login(ann)
    form = client.get("/admin/articles/article/add/").content.decode()
    assert (form.count('data-tool="bold"'), form.count('data-tool="picture"')) == (1, buttons)


def test_text_is_escaped(markup):
    assert markup.count("&lt;/textarea&gt;&lt;b&gt;</textarea>") == 1


def test_markup_has_no_inline_style_or_script(markup):
    whole = markup + render_to_string("markdownx/preview_page.html")
    assert re.findall(r"<script|<style|\sstyle=|\son\w+=", whole) == []


def test_frames_run_no_script(markup):
    """The preview's and the cheat sheet's."""
    sandbox = "allow-same-origin allow-popups allow-popups-to-escape-sandbox"
    assert re.findall(r'sandbox="([^"]*)"', markup) == [sandbox, sandbox]
