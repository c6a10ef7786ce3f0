"""What the templates of public pages need beyond Django's own tags."""

import json

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from clinic_site.images import drawings
from clinic_site.publishing.cards.keeping import card_of
from clinic_site.publishing.registry import published_at_addresses

register = template.Library()

# As in Django's json_script: no text can end the script element.
UNSAFE_IN_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def json_ld(data):
    """Structured data as a script element that browsers read and never run."""
    source = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE_IN_SCRIPT)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(source))


@register.simple_tag(takes_context=True)
def card(context, subject=None):
    """The card of an item or a topic; without one, that of the site."""
    return card_of(subject or None, context["clinic"])


@register.simple_tag
def items_at(*addresses):
    """The published items at some addresses, such as `articles:other-choices`."""
    return published_at_addresses(addresses)


@register.simple_tag
def drawing(name, links=()):
    """A drawing of the content folder, inline; `links` fill the addresses of its areas."""
    svg = drawings.read(name)
    for link in links:
        area = f'data-area="{link.area}"'
        svg = svg.replace(f'href="#" {area}', f'href="{escape(link.url)}" {area}')
    return mark_safe(svg)
