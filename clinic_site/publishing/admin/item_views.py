"""The admin's pages about one item, beside its form, and who may open each."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path

from ..permissions import may_change, may_publish, may_see, may_share, may_sign_off
from . import comparing, going_live, history, moving, past, sharing, signing


@dataclass(frozen=True)
class ItemView:
    """`respond(admin, request, item)`, at `<pk>/<name>/`, for whom `is_open_to(user, model)`."""

    name: str
    respond: Callable
    is_open_to: Callable


ITEM_VIEWS = [
    ItemView("publish", going_live.publish, may_publish),
    ItemView("withdraw", going_live.withdraw, may_publish),
    ItemView("cancel", going_live.cancel, may_publish),
    ItemView("move", moving.move, may_publish),
    ItemView("share", sharing.share, may_share),
    ItemView("history", history.history, may_see),
    ItemView("compare", comparing.compare, may_see),
    ItemView("text", history.download, may_see),
    ItemView("text-at", past.text_at, may_see),
    ItemView("restore", history.restore, may_change),
    ItemView("sign-off", signing.sign_off, may_sign_off),
]


def open_views(user, model):
    """The names of the views that a member of staff may open."""
    return {view.name for view in ITEM_VIEWS if view.is_open_to(user, model)}


def item_urls(admin):
    opts = admin.opts
    return [
        path(
            f"<int:pk>/{view.name}/",
            admin.admin_site.admin_view(partial(_open, view, admin)),
            name=f"{opts.app_label}_{opts.model_name}_{view.name.replace('-', '_')}",
        )
        for view in ITEM_VIEWS
    ]


def _open(view, admin, request, pk):
    if not view.is_open_to(request.user, admin.model):
        raise PermissionDenied
    return view.respond(admin, request, get_object_or_404(admin.model, pk=pk))
