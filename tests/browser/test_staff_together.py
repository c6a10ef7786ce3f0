"""What a clinic's staff do together: written by one, reviewed by another, published, corrected."""

import time
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article
from clinic_site.publishing import editing
from tests.conftest import text_of

FIRST_WORDS = "It can ache for a day."
BETTER_WORDS = "It can ache for a day or two."
NOT_REVIEWED = "A clinician has not reviewed this page yet."


@pytest.fixture
def at_desk(new_context, live_server, log_in_to, make_user):
    """A browser of somebody with a role: `at_desk("eva", "Editors")`."""

    def sit_down(name, role):
        user = make_user(name, is_staff=True, first_name=name.title(), last_name="Example")
        user.groups.add(Group.objects.get(name=role))
        context = new_context(base_url=live_server.url)
        log_in_to(context, user)
        return context.new_page()

    return sit_down


@pytest.fixture
def patient(new_context, live_server):
    return new_context(base_url=live_server.url).new_page()


def write_draft(page, body):
    page.get_by_label("Text:").fill(body)
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator(".messagelist")).to_contain_text("is saved. What readers see has not")


def read(page, slug="sore-knees"):
    page.goto(f"/articles/{slug}/")
    return page.locator("article")


def sign_off(page, item):
    page.goto(f"/admin/articles/article/{item.pk}/sign-off/")
    page.get_by_label("Credentials").fill("Physiotherapist")
    page.get_by_role("button", name="Sign off this text").click()
    expect(page.locator(".messagelist")).to_contain_text("signed off")


def publish(page, item):
    page.goto(f"/admin/articles/article/{item.pk}/publish/")
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("is live")


def test_page_is_written_reviewed_published_corrected_compared_and_restored(
    topics, at_desk, patient
):
    eva, rita = at_desk("eva", "Editors"), at_desk("rita", "Clinical reviewers")
    eva.goto("/admin/articles/article/add/")
    eva.get_by_label("Title:").fill("Sore knees")
    eva.get_by_label("Topic:").select_option("The basics")
    eva.get_by_label("Summary:").fill("What helps sore knees.")
    write_draft(eva, FIRST_WORDS)
    item = Article.objects.get()
    assert (item.slug, read(patient).count()) == ("sore-knees", 0)

    eva.set_viewport_size({"width": 390, "height": 844})
    eva.get_by_role("link", name="Preview the draft").click()
    expect(eva.locator(".text")).to_have_text(FIRST_WORDS)
    assert eva.goto(f"/admin/articles/article/{item.pk}/sign-off/").status == 403
    assert eva.goto(f"/admin/articles/article/{item.pk}/publish/").status == 403

    sign_off(rita, item)
    publish(rita, item)
    expect(read(patient)).to_contain_text("Reviewed by Rita Example, Physiotherapist")
    expect(read(patient)).to_contain_text(FIRST_WORDS)

    eva.set_viewport_size({"width": 1280, "height": 900})
    eva.goto(f"/admin/articles/article/{item.pk}/change/")
    eva.get_by_label("Change note:").fill("How long it aches.")
    write_draft(eva, BETTER_WORDS)
    expect(read(patient)).to_contain_text(FIRST_WORDS)
    publish(rita, item)
    expect(read(patient)).to_contain_text(BETTER_WORDS)
    expect(read(patient)).to_contain_text(NOT_REVIEWED)
    patient.get_by_role("link", name="All changes").click()
    expect(patient.locator("main")).to_contain_text("How long it aches.")

    first = item.revisions.last()
    eva.goto(f"/admin/articles/article/{item.pk}/history/")
    eva.locator(f"input[name=old][value='{first.pk}']").check()
    eva.get_by_role("button", name="Compare the two chosen texts").click()
    expect(eva.locator("ins", has_text="or two")).to_be_visible()
    eva.get_by_role("link", name="History").click()
    eva.locator(f"button[form=restore][value='{first.pk}']").click()
    expect(eva.get_by_label("Text:")).to_have_value(f"{FIRST_WORDS}\n")
    expect(read(patient)).to_contain_text(BETTER_WORDS)
    publish(rita, item)
    expect(read(patient)).to_contain_text(FIRST_WORDS)
    expect(read(patient)).to_contain_text("Reviewed by Rita Example")


def test_planned_change_is_there_within_a_second_of_its_time(make_live, patient):
    item = make_live(Article, "sore-knees", body="Old words.")
    editing.save_draft(item, text=text_of(Article, body="New words."))
    at = (timezone.now() + timedelta(seconds=4)).replace(microsecond=0)
    editing.publish(item, at=at)
    before = read(patient).inner_text()
    # On a machine that is too busy, the time has come already.
    assert "Old words." in before or timezone.now() > at
    time.sleep(max((at - timezone.now()).total_seconds() + 1, 0))
    assert "New words." in read(patient).inner_text()
