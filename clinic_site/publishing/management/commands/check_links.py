from collections import Counter

from django.conf import settings
from django.core.management.base import BaseCommand

from clinic_site.publishing.outside.checking import Checker, Verdict
from clinic_site.publishing.outside.links import outside_links

AGENT = "Link check of {site} (asks each address once; not a crawler)"


class Command(BaseCommand):
    help = "Asks other sites whether what our pages and sources link to is still there."

    def add_arguments(self, parser):
        parser.add_argument("--timeout", type=float, default=10, help="Seconds for each answer.")
        parser.add_argument(
            "--pause", type=float, default=1, help="Seconds between two requests to one site."
        )
        parser.add_argument(
            "--allow-local", action="store_true", help="Ask private addresses too, for tests."
        )

    def handle(self, *, timeout, pause, allow_local, verbosity, **options):
        agent = AGENT.format(site=settings.SITE_URL)
        checker = Checker(agent=agent, timeout=timeout, pause=pause, allow_local=allow_local)
        links, findings = outside_links(), []
        for url in links:
            if verbosity > 1:
                self.stdout.write(f"Asking {url}")
            findings.append(checker.check(url))
        self._report(findings, links)
        if any(finding.verdict is Verdict.BROKEN for finding in findings):
            raise SystemExit(1)

    def _report(self, findings, links):
        for verdict in (Verdict.BROKEN, Verdict.UNCLEAR, Verdict.MOVED):
            found = [finding for finding in findings if finding.verdict is verdict]
            if found:
                self.stdout.write(f"{verdict.value}:\n")
            for finding in found:
                self.stdout.write(f"  {finding.url}\n    {finding.what}")
                self.stdout.write(f"    on {', '.join(links[finding.url])}\n")
        counts = Counter(finding.verdict for finding in findings)
        self.stdout.write(
            f"Asked {len(findings)}: {counts[Verdict.BROKEN]} broken, "
            f"{counts[Verdict.UNCLEAR]} not clear, {counts[Verdict.MOVED]} moved."
        )
