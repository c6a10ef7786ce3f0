"""Members of staff with one role each."""

import pytest
from django.contrib.auth.models import Group


@pytest.fixture
def make_member(make_user):
    """A member of staff in the groups named: `make_member("ann", "Editors")`."""

    def make(username, *groups, **fields):
        user = make_user(username, is_staff=True, **fields)
        user.groups.set(Group.objects.filter(name__in=groups))
        return user

    return make
