"""System checks: what a content model declares about itself is true."""

from django.core.checks import Error, register
from django.core.exceptions import FieldDoesNotExist
from django.urls import NoReverseMatch, reverse

from . import texts
from .registry import content_models, entry_models


@register
def declarations(app_configs, **kwargs):
    return [
        *(error for model in content_models().values() for error in model_errors(model)),
        *(error for model in entry_models() for error in entry_errors(model)),
    ]


def model_errors(model):
    """What is wrong with the declarations of one content model."""
    errors = [
        Error(
            f"front_matter_fields names {key!r}, for which there is no field.",
            obj=model,
            id="publishing.E001",
        )
        for key in model.front_matter_fields
        if not _has_field(model, texts.FIELD_OF_KEY.get(key, key))
    ]
    if not model.content_dir.isidentifier():
        errors.append(
            Error("content_dir is not the name of a folder.", obj=model, id="publishing.E002")
        )
    try:
        reverse(model.url_name, args=["a-slug"])
    except NoReverseMatch:
        errors.append(
            Error(
                f"url_name {model.url_name!r} leads to no page with a slug.",
                obj=model,
                id="publishing.E003",
            )
        )
    return errors


def entry_errors(model):
    return [
        Error(f"There is no field {name!r} for entries.", obj=model, id="publishing.E004")
        for name in (model.key_field, *model.entry_fields)
        if not _has_field(model, name)
    ]


def _has_field(model, name):
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
