"""Imports point down only, those inside functions too; the picture is in the README."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR

# Each package, and the packages of ours that it may import.
BOTTOM = {"clinic_site.images", "clinic_site.profile"}
HEART = BOTTOM | {"clinic_site.publishing"}
ALLOWED = {
    "clinic_site.images": set(),
    "clinic_site.profile": set(),
    "clinic_site.publishing": BOTTOM,
    "articles": HEART,
    "faq": HEART,
    "clinic_site.search": HEART | {"articles", "faq"},
    "clinic_site.pages": HEART | {"articles", "faq", "clinic_site.search"},
    "clinic_site.serving": HEART,
    "clinic_site.staff": HEART | {"clinic_site.search"},
}
COMPOSITION_ROOT = {"clinic_site"}
MODULES_OF_ROOT = {"__init__", "settings", "urls", "wsgi"}


def package_of(module):
    """The package of ours that a dotted module name belongs to, or None."""
    parts = module.split(".")
    for length in (2, 1):
        name = ".".join(parts[:length])
        if name in ALLOWED or name in COMPOSITION_ROOT:
            return name
    return None


def imported_modules(path):
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *filter(None, [node.module])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def sources(package):
    return sorted(Path(ROOT, *package.split(".")).rglob("*.py"))


@pytest.mark.parametrize("package", ALLOWED)
def test_package_imports_only_what_lies_below(package):
    wrong = {
        f"{path.relative_to(ROOT)} imports {module}"
        for path in sources(package)
        for module in imported_modules(path)
        if package_of(module) not in {None, package, *ALLOWED[package]}
    }
    assert wrong == set()


def test_every_package_of_ours_has_its_place():
    apps = {path.parent.name for path in Path(ROOT, "clinic_site").glob("*/__init__.py")}
    placed = {name.removeprefix("clinic_site.") for name in ALLOWED} - {"articles", "faq"}
    assert apps == placed
    modules = {path.stem for path in Path(ROOT, "clinic_site").glob("*.py")}
    assert modules == MODULES_OF_ROOT


def test_an_import_inside_a_function_is_seen(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    module = tmp_path / "faq" / "views.py"
    module.parent.mkdir()
    module.write_text("def view():\n    from articles.models import Article\n")
    assert list(imported_modules(module)) == ["articles.models.Article"]
    assert package_of("articles.models.Article") not in {"faq", *ALLOWED["faq"]}
