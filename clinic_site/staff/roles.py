"""The groups that come with the site, and what their members may do."""

from django.contrib.auth import get_permission_codename, get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.models import SignOff, Topic
from clinic_site.publishing.registry import content_models, entry_models
from clinic_site.search.models import SearchCount, Synonym

WRITE = ("view", "add", "change")
MANAGERS = "Managers"

# An account that is no longer needed is switched off and not deleted: its name stays in the
# history of the texts.
ROLES = {
    "Editors": {
        "items": WRITE,
        "topics": ("view",),
        "entries": WRITE,
        "synonyms": (*WRITE, "delete"),
        "searches": ("view",),
    },
    "Clinical reviewers": {
        "items": ("view", "publish"),
        "topics": ("view",),
        "entries": ("view",),
        "synonyms": ("view",),
        "profile": ("view",),
        "sign-offs": ("add",),
    },
    MANAGERS: {
        "items": (*WRITE, "publish", "delete"),
        "topics": (*WRITE, "delete"),
        "entries": (*WRITE, "delete"),
        "synonyms": (*WRITE, "delete"),
        "searches": ("view",),
        "profile": WRITE,
        "accounts": WRITE,
    },
}


def models_of_kinds():
    """The models behind the kinds of things in the table; entries are sources, terms, pictures."""
    entries = entry_models()
    return {
        "items": list(content_models().values()),
        "topics": [model for model in entries if issubclass(model, Topic)],
        "entries": [model for model in entries if not issubclass(model, Topic)],
        "synonyms": [Synonym],
        "searches": [SearchCount],
        "profile": [ClinicProfile],
        "sign-offs": [SignOff],
        "accounts": [get_user_model()],
    }


def keep_roles(using="default"):
    """Makes the groups, and gives each exactly the permissions of the table."""
    for name, actions_of_kind in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(_permissions(actions_of_kind, using))


def _permissions(actions_of_kind, using):
    models = models_of_kinds()
    return [
        permission
        for kind, actions in actions_of_kind.items()
        for model in models[kind]
        for permission in _permissions_for(model, actions, using)
    ]


def _permissions_for(model, actions, using):
    kind = ContentType.objects.db_manager(using).get_for_model(model)
    codenames = [get_permission_codename(action, model._meta) for action in actions]
    return Permission.objects.using(using).filter(content_type=kind, codename__in=codenames)
