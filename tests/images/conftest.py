import pytest
from django.contrib.auth.models import Permission


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def make_staff(make_user):
    """A member of staff with the permissions named: `make_staff("ann", "add_picture")`."""

    def make(username, *permissions):
        user = make_user(username, is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
        return user

    return make
