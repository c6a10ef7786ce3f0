"""What the admin's pages about one item share."""

import re

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format

from ..permissions import may_see

DRAFT_OF_BROWSER = re.compile(r"[0-9a-f-]{36}")


def item_page(admin, request, item, template, title, **context):
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": title,
        "item": item,
        "back_url": back_to(admin, request, item).url,
        **context,
    }
    return render(request, f"admin/publishing/{template}", context)


def item_url_name(admin, name):
    return f"admin:{admin.opts.app_label}_{admin.opts.model_name}_{name}"


def back_to(admin, request, item):
    """To the form of the item, or to the desk for those who may not see it."""
    if not may_see(request.user, admin.model):
        return redirect("admin:index")
    return to_page(admin, request, item, "change")


def to_page(admin, request, item, name):
    """To a page about an item.

    `saved` names the draft kept in the browser that is saved now, so that it is dropped there.
    """
    response = redirect(item_url_name(admin, name), item.pk)
    kept = request.POST.get("browser_draft") or request.GET.get("saved", "")
    if DRAFT_OF_BROWSER.fullmatch(kept):
        response["Location"] += f"?saved={kept}"
    return response


def tell(admin, request, item, happened):
    """Says what happened, and keeps it in the log of the admin."""
    admin.log_change(request, item, happened)
    admin.message_user(request, happened, messages.SUCCESS)


def told(moment):
    return date_format(timezone.localtime(moment), "j F Y, H:i")
