"""What the pages about parts of the body need."""

from django import template

from clinic_site.pages import body_map

register = template.Library()


@register.simple_tag
def other_body_areas(item):
    return body_map.other_body_areas(item)
