"""The admin's pages about an item, and their forms as a browser would send them back."""

from django.urls import reverse


def item_url(item, name):
    opts = item._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{name}", args=[item.pk])


def change_url(item):
    return item_url(item, "change")


def form_of(client, url):
    """The values of the form of an item, as they are shown."""
    form = client.get(url).context["adminform"].form
    return {bound.html_name: "" if (value := bound.value()) is None else value for bound in form}
