"""The states of an item, for doors that show published ones only."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinic_site.publishing import editing


@pytest.fixture
def make_unseen(make_live, make_draft):
    """A draft, a planned and a withdrawn item of a model, all with the same words."""

    def make(model, **text):
        editing.publish(
            make_draft(model, "planned", **text), at=timezone.now() + timedelta(hours=1)
        )
        editing.withdraw(make_live(model, "withdrawn", **text))
        return [make_draft(model, "draft", **text), *model.objects.exclude(slug="draft")]

    return make
