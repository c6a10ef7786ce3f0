"""Any two texts of an item side by side, or one within the other."""

from django.utils.text import capfirst

from .. import texts
from ..comparing import compare_items
from .item_pages import item_page
from .reading import find_revision

VIEWS = ("inline", "side")


def compare(admin, request, item):
    """Without `old` the one before `new`, without `new` the newest."""
    given = request.GET
    new = find_revision(item, given["new"]) if given.get("new") else item.latest_revision
    old = find_revision(item, given["old"]) if given.get("old") else _one_before(item, new)
    return item_page(
        admin,
        request,
        item,
        "compare.html",
        f"Compare texts of “{item}”",
        old=old,
        new=new,
        view=given["view"] if given.get("view") in VIEWS else VIEWS[0],
        changes=changes(admin.model, old.text if old else "", new.text),
    )


def changes(model, old, new):
    """What `includes/changes.html` shows: each changed field with its name for staff."""
    labels = _labels(model)
    return [
        {"label": capfirst(labels.get(change.key, change.key)), "stretches": change.stretches}
        for change in compare_items(old, new)
    ]


def _labels(model):
    keys = (*model.front_matter_fields, "body")
    return {key: texts.field_of(model, key).verbose_name for key in keys}


def _one_before(item, revision):
    earlier = item.revisions.filter(is_conflict=False, pk__lt=revision.pk)
    return earlier.select_related("created_by").first()
