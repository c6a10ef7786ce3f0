"""The clinic's details: placeholders until filled in, escaped wherever they are shown."""

import pytest
from django.core.exceptions import ValidationError

from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.markdown.clinic_details import NAMES

NUMBER = '<span data-clinic="emergency_number"></span>'
PHONE = '<span data-clinic="clinic_phone"></span>'
NAME = '<span data-clinic="clinic_name"></span>'


def test_shipped_profile_names_what_is_left_to_fill_in():
    assert ClinicProfile().placeholders() == [
        "name",
        "telephone",
        "address",
        "opening hours",
        "who pays for this site",
    ]


def test_filled_in_profile_has_no_placeholders():
    profile = ClinicProfile(
        name="North", telephone="020 1", address="1 Road", opening_hours="Mon", funding="We do."
    )
    assert profile.placeholders() == []


@pytest.mark.django_db
def test_current_profile_is_the_one_row_or_the_placeholders():
    assert ClinicProfile.current().name == "[Name of the clinic]"
    ClinicProfile.objects.create(name="North")
    assert ClinicProfile.current().name == "North"


@pytest.mark.parametrize(("country", "number"), [("US", "911"), ("GB", "999"), ("EU", "112")])
def test_country_decides_the_emergency_number(country, number):
    html = ClinicProfile(country=country).fill_in(f"Call {NUMBER} now.")
    assert html == f'Call <a href="tel:{number}">{number}</a> now.'


def test_telephone_is_a_link_only_once_it_is_a_number():
    assert ClinicProfile().fill_in(PHONE) == "[Telephone number]"
    filled = ClinicProfile(telephone="+44 (20) 7946-0000").fill_in(PHONE)
    assert filled == '<a href="tel:+442079460000">+44 (20) 7946-0000</a>'


def test_details_are_escaped_in_html_and_not_in_text():
    profile = ClinicProfile(name="Smith & <Sons>")
    assert profile.fill_in(NAME) == "Smith &amp; &lt;Sons&gt;"
    assert profile.fill_in_text("At {{clinic_name}}") == "At Smith & <Sons>"


def test_names_that_are_no_detail_stay_as_they_are():
    place = '<span data-clinic="clinic_fax"></span>'
    assert ClinicProfile().fill_in(f"{place} {{{{foo}}}}") == f"{place} {{{{foo}}}}"
    assert ClinicProfile().fill_in_text("Write {{foo}} here") == "Write {{foo}} here"


def test_profile_has_every_detail_that_a_text_may_name():
    assert tuple(ClinicProfile().details) == NAMES


@pytest.mark.parametrize("telephone", ["call us", "javascript:1", "12"])
def test_telephone_that_cannot_be_dialled_is_refused(telephone):
    with pytest.raises(ValidationError):
        ClinicProfile(telephone=telephone).clean_fields()
