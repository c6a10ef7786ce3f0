"""What the admin's pages about one item share."""

from django.shortcuts import redirect, render

from ..permissions import may_see


def item_page(admin, request, item, template, title, **context):
    context = {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": title,
        "item": item,
        **context,
    }
    return render(request, f"admin/publishing/{template}", context)


def item_url_name(admin, name):
    return f"admin:{admin.opts.app_label}_{admin.opts.model_name}_{name}"


def back_to(admin, request, item):
    """To the form of the item, or to the desk for those who may not see it."""
    if not may_see(request.user, admin.model):
        return redirect("admin:index")
    return redirect(item_url_name(admin, "change"), item.pk)
