"""The groups are what the table of roles says, after every migrate, and the README too."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from clinic_site.staff.roles import ROLES, models_of_kinds

pytestmark = pytest.mark.django_db


def permissions_of(role):
    group = Group.objects.get(name=role)
    return {str(permission.codename) for permission in group.permissions.all()}


def test_every_role_is_a_group_with_every_permission_of_the_table():
    models = models_of_kinds()
    told = {
        role: {
            f"{action}_{model._meta.model_name}"
            for kind, actions in actions_of_kind.items()
            for model in models[kind]
            for action in actions
        }
        for role, actions_of_kind in ROLES.items()
    }
    assert {role: permissions_of(role) for role in ROLES} == told


def test_permissions_are_put_right_by_a_migrate_and_other_groups_stay():
    editors, ours = Group.objects.get(name="Editors"), Group.objects.create(name="Interns")
    deciding = Permission.objects.get(codename="publish_article")
    for group in (editors, ours):
        group.permissions.set([deciding])
    before = permissions_of("Managers")
    call_command("migrate", verbosity=0)
    assert "publish_article" not in permissions_of("Editors")
    assert "change_article" in permissions_of("Editors")
    assert (permissions_of("Interns"), permissions_of("Managers")) == ({"publish_article"}, before)


def test_readme_tells_the_roles_of_the_code():
    readme = (settings.BASE_DIR / "README.md").read_text()
    [kinds] = re.findall(r"^\| group \|(.*)\|$", readme, re.MULTILINE)
    rows = re.findall(r"^\| `([A-Z][a-z ]+)` \|(.*)\|$", readme, re.MULTILINE)
    told = {
        role: {
            kind.strip(): tuple(cell.strip().split(", "))
            for kind, cell in zip(kinds.split("|"), cells.split("|"), strict=True)
            if cell.strip()
        }
        for role, cells in rows
    }
    assert told == ROLES
