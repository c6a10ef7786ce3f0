"""What the clinic has yet to say about itself."""

from django.urls import reverse

from clinic_site.profile.models import ClinicProfile
from clinic_site.publishing.permissions import may_see

from .sections import Section, Task


def placeholders(user, at):
    left = ClinicProfile.current().placeholders() if may_see(user, ClinicProfile) else []
    if not left:
        return Section("")
    url = reverse("admin:profile_clinicprofile_changelist")
    detail = f"Patients see a placeholder for: {', '.join(left)}"
    return Section("Placeholders in the clinic profile", [Task("Clinic profile", url, detail)], 1)
