"""Managers look after accounts, and raise neither themselves nor anybody above the groups."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

LIST = reverse("admin:auth_user_changelist")
ADD = reverse("admin:auth_user_add")
NEW_PASSWORD = {
    "usable_password": "true",
    "password1": "long, unusual",
    "password2": "long, unusual",
}


@pytest.fixture
def manager(client, make_member):
    user = make_member("mia", "Managers")
    client.force_login(user)
    return user


def page_of(user, page="change"):
    return reverse(f"admin:auth_user_{page}", args=[user.pk])


def password_page_of(user):
    return reverse("admin:auth_user_password_change", args=[user.pk])


def fields_of(client, url):
    return set(client.get(url).context["adminform"].form.fields)


def form_of(user, **values):
    return {"username": user.username, "email": "", "is_active": "on", "is_staff": "on", **values}


def test_manager_makes_an_account_with_a_role_in_one_step(client, manager):
    reviewers = Group.objects.get(name="Clinical reviewers")
    data = {"username": "rae", "is_staff": "on", "groups": reviewers.pk}
    client.post(ADD, data | NEW_PASSWORD | {"is_superuser": "on"})
    made = User.objects.get(username="rae")
    assert (list(made.groups.all()), made.is_staff, made.is_superuser) == ([reviewers], True, False)


def test_manager_sees_neither_superusers_nor_what_raises(client, manager, admin_user, make_member):
    ann = make_member("ann", "Editors")
    assert list(client.get(LIST).context["cl"].queryset) == [ann, manager]
    raising = {"is_superuser", "user_permissions"}
    assert fields_of(client, page_of(ann)) & raising == set()
    client.force_login(admin_user)
    assert raising <= fields_of(client, page_of(ann))
    assert list(client.get(LIST).context["cl"].queryset) == [admin_user, ann, manager]


def test_posted_rights_that_the_form_does_not_show_are_ignored(client, manager, make_member):
    ann = make_member("ann", "Editors")
    client.post(page_of(ann), form_of(ann, is_superuser="on", user_permissions="1"))
    ann.refresh_from_db()
    assert (ann.is_superuser, ann.user_permissions.count()) == (False, 0)


def test_managers_change_no_rights_of_their_own(client, manager):
    every_group = list(Group.objects.values_list("pk", flat=True))
    client.post(page_of(manager), form_of(manager, groups=every_group, email="mia@clinic.example"))
    manager.refresh_from_db()
    assert [group.name for group in manager.groups.all()] == ["Managers"]
    assert (manager.email, manager.is_staff) == ("mia@clinic.example", True)


def test_superusers_account_is_out_of_a_managers_reach(client, manager, admin_user):
    password = admin_user.password
    assert client.post(password_page_of(admin_user), NEW_PASSWORD).status_code == 404
    client.post(page_of(admin_user), form_of(admin_user, email="mia@clinic.example"))
    client.post(page_of(admin_user, "delete"), {"post": "yes"})
    admin_user.refresh_from_db()
    assert (admin_user.password, admin_user.email) == (password, "admin@example.com")


def test_manager_sets_the_password_of_others(client, manager, make_member):
    ann = make_member("ann", "Editors")
    client.post(password_page_of(ann), NEW_PASSWORD)
    ann.refresh_from_db()
    assert ann.check_password("long, unusual")


def test_nobody_deletes_their_own_account(admin_client, admin_user):
    assert admin_client.post(page_of(admin_user, "delete"), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": admin_user.pk, "post": "yes"}
    admin_client.post(LIST, chosen)
    assert list(User.objects.all()) == [admin_user]


def test_groups_are_for_superusers(client, admin_client, make_member):
    editors = Group.objects.get(name="Editors")
    url = reverse("admin:auth_group_change", args=[editors.pk])
    assert admin_client.get(url).context["original"] == editors
    client.force_login(make_member("mia", "Managers"))
    assert client.get(url).status_code == 403
