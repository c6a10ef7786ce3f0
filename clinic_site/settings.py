"""Settings, read from the environment; .env.example lists every variable."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(env.str("ENV_FILE", BASE_DIR / ".env"))


def kept_secret(path):
    """The secret of this installation, made once, in a file that only its owner reads.

    The file gets its name when it is complete; of several processes, the first one's stays.
    """
    if path.exists() and not path.stat().st_size:
        path.unlink(missing_ok=True)
    if not path.exists():
        # Made with mode 0600.
        with tempfile.NamedTemporaryFile("w", dir=path.parent) as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            os.fsync(file.fileno())
            with suppress(FileExistsError):
                os.link(file.name, path)
    return path.read_text()


def stripped(names):
    return [name.strip() for name in names if name.strip()]


VAR_DIR = (BASE_DIR / (env.str("VAR_DIR", "") or "var")).resolve()
VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
CONTENT_DIR = (BASE_DIR / (env.str("CONTENT_DIR", "") or "content")).resolve()

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "") or kept_secret(VAR_DIR / "secret_key")
ALLOWED_HOSTS = stripped(env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"]))
CSRF_TRUSTED_ORIGINS = stripped(env.list("CSRF_TRUSTED_ORIGINS", default=[]))
SHOW_UNSIGNED_PAGES = env.bool("SHOW_UNSIGNED_PAGES", True)
PREVIEW_LINK_DAYS = env.int("PREVIEW_LINK_DAYS", 7)
SEARCH_COUNT_WEEKS = env.int("SEARCH_COUNT_WEEKS", 26)
AUTHORS_MAY_SIGN_OFF = env.bool("AUTHORS_MAY_SIGN_OFF", False)

HTTPS_ONLY = env.bool("HTTPS_ONLY", False)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS_ONLY
# For this host only: the clinic's other hosts may still need http.
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS_ONLY else 0
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if env.bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "clinic_site.profile",
    "clinic_site.images",
    "clinic_site.publishing",
    "articles",
    "faq",
    "clinic_site.search",
    "clinic_site.pages",
    "clinic_site.serving",
    "markdownx",
    "clinic_site.staff.apps.SiteAdminConfig",
    "clinic_site.staff.apps.AccountsConfig",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "clinic_site.staff",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "clinic_site.publishing.middleware.apply_due_changes",
]

ROOT_URLCONF = "clinic_site.urls"
WSGI_APPLICATION = "clinic_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "clinic_site.profile.context.clinic",
            ],
        },
    },
]
# Lets templates/ override the template of a form widget.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": {
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        **env.db_url_config(
            env.str("DATABASE_URL", "") or f"sqlite:///{VAR_DIR / 'clinic.sqlite3'}"
        ),
    }
}
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        **DATABASES["default"].get("OPTIONS", {}),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache_url_config(env.str("CACHE_URL", "") or "locmemcache://")}

# Where links in e-mails lead, and the site that search engines are told about.
SITE_URL = (env.str("SITE_URL", "") or "http://localhost:8000").rstrip("/")
globals().update(env.email_url_config(env.str("EMAIL_URL", "") or "smtp://localhost:25"))
EMAIL_TIMEOUT = 20
INDEXNOW_KEY = env.str("INDEXNOW_KEY", "")
INDEXNOW_ENDPOINT = env.str("INDEXNOW_ENDPOINT", "") or "https://api.indexnow.org/indexnow"
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "") or "clinic-site@localhost"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = env.str("LANGUAGE_CODE", "") or "en-gb"
TIME_ZONE = env.str("TIME_ZONE", "") or "UTC"
USE_TZ = True

# Django alone writes nothing while DEBUG is off.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Without handlers of its own, so that each record is written once.
    "loggers": {"django": {"level": "INFO"}},
}

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "clinic_site.serving.storage.StaticFiles"
    },
}

# django-markdownx writes these addresses into the page as they stand; urls.py serves them.
MARKDOWNX_URLS_PATH = "/admin/editor/preview/"
MARKDOWNX_UPLOAD_URLS_PATH = "/admin/editor/upload/"
MARKDOWNX_MARKDOWNIFY_FUNCTION = "clinic_site.publishing.previewing.markdownify"
