"""The system checks find a typo in what a model declares."""

import pytest

from articles.models import Article, Topic
from clinic_site.publishing.checks import entry_errors, model_errors
from clinic_site.publishing.registry import content_models, entry_models


def ids(errors):
    return [error.id for error in errors]


@pytest.mark.parametrize("model", content_models().values())
def test_content_models_declare_the_truth(model):
    assert model_errors(model) == []


@pytest.mark.parametrize("model", entry_models())
def test_entry_models_declare_the_truth(model):
    assert entry_errors(model) == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("front_matter_fields", ("title", "sumary"), ["publishing.E001"]),
        ("content_dir", "arti cles", ["publishing.E002"]),
        ("url_name", "articles:detial", ["publishing.E003"]),
    ],
)
def test_typo_in_a_content_model_is_found(monkeypatch, name, value, expected):
    monkeypatch.setattr(Article, name, value)
    assert ids(model_errors(Article)) == expected


def test_typo_in_an_entry_model_is_found(monkeypatch):
    monkeypatch.setattr(Topic, "entry_fields", ("titel",))
    assert ids(entry_errors(Topic)) == ["publishing.E004"]


def test_models_are_found_by_what_they_are():
    assert set(content_models()) == {"articles", "faq", "pages"}
    assert {model.entry_file for model in entry_models()} == {
        "articles/topics.yaml",
        "faq/topics.yaml",
        "glossary.yaml",
        "pictures.yaml",
        "references.yaml",
    }
