"""Every address of the site and the admin, by a label that says what it is the address of."""

import re

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import get_resolver

from clinic_site.publishing.registry import content_models

# Pages of the admin about no object.
WITHOUT_OBJECT = {"changelist", "add"}
IN_ADMIN = re.compile(r"admin/(\w+)/(\w+)/(.*)")
CATCH_ALL = "(?P<url>.*)$"


def patterns(resolver=None, namespace="", route=""):
    """The name and the route of each address in the URL configuration."""
    for entry in (resolver or get_resolver()).url_patterns:
        below = route + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from patterns(entry, inner, below)
        else:
            yield f"{namespace}{entry.name}", below


def addresses(subjects):
    """(label, address) of everything; `subjects` are objects by what the table calls them."""
    for name, route in patterns():
        if model := _model_in_admin(route):
            yield from _of_model(model, name, route, subjects)
        elif model := _model_of_page(name):
            yield from _of_page(model, name, route, subjects)
        else:
            yield _label(name, route), _address(name, route, subjects)


def _model_in_admin(route):
    found = IN_ADMIN.match(route)
    models = {(m._meta.app_label, m._meta.model_name): m for m in admin.site._registry}
    return found and models.get((found[1], found[2]))


def _model_of_page(name):
    """The content model whose items have a page of this name, such as `faq:detail`."""
    return {
        f"{model.url_name.split(':')[0]}:{page}": model
        for model in content_models().values()
        for page in ("detail", "changes")
    }.get(name)


def _of_model(model, name, route, subjects):
    page = name.split(f":{model._meta.app_label}_{model._meta.model_name}_")[-1]
    if page in WITHOUT_OBJECT:
        yield f"{_kind(model, subjects)} {page}", f"/{route}"
    else:
        label = "old" if name == "admin:None" else page
        for subject, found in _about(model, subjects):
            yield f"{subject} {label}", f"/{_filled(route, found.pk)}"


def _of_page(model, name, route, subjects):
    page = name.split(":")[1]
    for subject, found in _about(model, subjects):
        address = f"/{_filled(route, found.slug)}"
        yield f"{subject} {page}", address
        if page == "detail":
            yield f"{subject} preview", f"{address}?preview"


def _about(model, subjects):
    return [
        (subject, found)
        for subject, objects in subjects.items()
        for found in objects
        if type(found) is model
    ]


def _kind(model, subjects):
    """What the table calls the pages about all objects of a model."""
    if model in content_models().values():
        return "item"
    return next(name for name, objects in subjects.items() if model in map(type, objects))


def _filled(route, value):
    return re.sub(r"<[^>]+>", str(value), route)


def _label(name, route):
    return "admin:anything else" if route.endswith(CATCH_ALL) else name


def _address(name, route, subjects):
    live = subjects["live"][0]
    kind = ContentType.objects.get_for_model(live).pk
    return {
        "images:file": f"/media/pictures/{'0' * 20}.webp",
        "card": f"/media/cards/articles/{live.pk}/{'0' * 20}.png",
        "admin:view_on_site": f"/admin/r/{kind}/{live.pk}/",
        "admin:app_list": "/admin/articles/",
        "admin:None": "/admin/nothing/",
    }.get(name) or f"/{_filled(route, 'basics')}"
