"""What a section of the desk is, and how one about items is made."""

from dataclasses import dataclass, field
from operator import attrgetter

from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.db.models import Count, Window
from django.urls import reverse
from django.utils.text import capfirst

from clinic_site.publishing.permissions import may_see, may_sign_off
from clinic_site.publishing.registry import content_models
from clinic_site.publishing.views import FIELDS_OF_PAGES_ONLY

SHOWN = 5


@dataclass(frozen=True)
class Task:
    """One thing to do: its name, where it is done, and why it stands here.

    `actions` are ways to do it, as labels and addresses; `url` then shows what it is about.
    """

    title: str
    url: str
    detail: str
    kind: str = ""
    actions: list = field(default_factory=list)


@dataclass(frozen=True)
class Section:
    """Things to do of one kind: the first of them, how many there are, and lists of all."""

    title: str
    tasks: list = field(default_factory=list)
    count: int = 0
    lists: list = field(default_factory=list)
    note: str = ""
    is_pressing: bool = False


def seen_models(user):
    """The content models whose items this user may see."""
    return [model for model in content_models().values() if may_see(user, model)]


def section_of_items(title, user, choose, *, order, detail, query, page=None, **options):
    """A section of the items that `choose` takes of each model, the first in `order` shown.

    `page(user, item)` is where the task is done (the item's form), `query` narrows the lists,
    `options` are further fields of the section.
    """
    found, lists, count = [], [], 0
    for model in seen_models(user):
        rows = _first_of(choose(model.objects.all()).order_by(order, "pk"))
        if rows:
            found += rows
            count += rows[0].total
            lists.append((_all_of(model, rows[0].total), _list_url(model, query)))
    shown = sorted(found, key=attrgetter(order))[:SHOWN]
    tasks = [task_about(item, detail(item), (page or form_of)(user, item)) for item in shown]
    return Section(title, tasks, count, lists if count > len(shown) else [], **options)


def task_about(item, detail, url):
    return Task(item.title, url, detail, kind=capfirst(item._meta.verbose_name))


def form_of(user, item):
    return _url_of(item, "change")


def sign_off_page_of(user, item):
    """Where a clinician signs; others see the form."""
    return _url_of(item, "sign_off" if may_sign_off(user, type(item)) else "change")


def _first_of(items):
    """The first items, each with the number of all of them, in one query."""
    return list(items.defer(*FIELDS_OF_PAGES_ONLY).annotate(total=Window(Count("pk")))[:SHOWN])


def _all_of(model, count):
    name = model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural
    return f"{count} {name}"


def _list_url(model, query):
    return f"{reverse(admin_urlname(model._meta, 'changelist'))}?{query}"


def _url_of(item, page):
    return reverse(admin_urlname(item._meta, page), args=[item.pk])
