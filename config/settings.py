"""Settings from the environment. README.md lists the variables."""

from datetime import timedelta
from pathlib import Path

from config import databases, env, headers, logs, mail, oidc, sign_in_limits
from serving import replica

VERSION = "1.0.0"
BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = env.flag("RUNGS_DEBUG")
LOCAL = DEBUG or env.flag("RUNGS_LOCAL")

# Who we are
if LOCAL:
    SECRET_KEY = "django-insecure-for-this-machine-only"  # noqa: S105
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
    SITE_URL = env.text("RUNGS_SITE_URL", "http://127.0.0.1:8000")
else:
    SECRET_KEY = env.required("RUNGS_SECRET_KEY", "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'")
    SECRET_KEY_FALLBACKS = env.words("RUNGS_SECRET_KEY_FALLBACKS")
    env.required("RUNGS_ALLOWED_HOSTS", "rungs.example")
    ALLOWED_HOSTS = env.words("RUNGS_ALLOWED_HOSTS")
    SITE_URL = env.text("RUNGS_SITE_URL", f"https://{ALLOWED_HOSTS[0]}")
CSRF_TRUSTED_ORIGINS = env.words("RUNGS_ORIGINS")

# How we work: whatever is saved at the desk waits until a second person publishes it
REVIEW = env.flag("RUNGS_REVIEW", default=True)

# What we are made of
INSTALLED_APPS = [
    "facts",
    "ingest",
    "accounts",
    "editorial.apps.EditorialConfig",
    "money",
    "careers",
    "salaries",
    "education",
    "explore",
    "pages",
    "api",
    "assistants",
    "serving",
    "simple_history",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "django_filters",
    "csp",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "editorial.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "serving.compression.CompressionMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "serving.policy.PolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "serving.desk_middleware.Sessions",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "serving.desk_middleware.Logins",
    "serving.desk_middleware.SessionAges",
    "serving.desk_middleware.Messages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "serving.desk_middleware.Histories",
    "axes.middleware.AxesMiddleware",
    "serving.outage_page.OutageMiddleware",
    "pages.views.plain.MarkdownMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
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
                "pages.context.site",
            ],
        },
    },
]

# What we keep
DATABASES = {"default": databases.from_url(env.text("DATABASE_URL", f"sqlite:///{BASE_DIR / 'rungs.sqlite3'}"))}
if env.text("RUNGS_REPLICA"):
    DATABASES[replica.REPLICA] = databases.from_url(env.text("RUNGS_REPLICA"))
    DATABASE_ROUTERS = ["serving.replica.ReplicaRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
RECORD_DIR = BASE_DIR / "fixtures" / "record"
FIXTURE_DIRS = [BASE_DIR / "fixtures", BASE_DIR / "fixtures" / "guides"]
SERIALIZATION_MODULES = {"guide": "ingest.fixtures.guide.serializer"}
CACHE_BYTES = env.number("RUNGS_CACHE_MB", default=64, least=0, most=4_096) * 1024 * 1024  # of each worker
COUNTRY = env.text(
    "RUNGS_COUNTRY", "US"
)  # ISO 3166-1: the country whose figures pages show unless another is asked for
DATA_DIR = Path(env.text("RUNGS_DATA", str(BASE_DIR / "data")))
KEPT_EDITIONS = env.number("RUNGS_KEPT_EDITIONS", default=100, least=0, most=1_000_000)  # of job pages; 0 keeps all
FILES_DIR = Path(env.text("RUNGS_FILES", str(BASE_DIR / "files")))  # what /download/ gives, made by build_files
KEPT_FILES = env.number("RUNGS_KEPT_FILES", default=3, least=1, most=1_000)  # sets, besides those an editor keeps
FILES_MINUTES = env.number("RUNGS_FILES_MINUTES", default=10, least=0, most=10_080)  # between two sets made unasked
BUILD_FILES = env.flag("RUNGS_BUILD_FILES", default=LOCAL)  # the server makes them itself; elsewhere a timer does
MCP_ORIGINS = env.words("RUNGS_MCP_ORIGINS")  # of pages that may ask /mcp besides our own
CONTACT = env.text("RUNGS_CONTACT")  # told to publishers by `manage.py fetch`
PUBLIC_CONTACT = env.text("RUNGS_PUBLIC_CONTACT")  # told to readers on /contact/
METRICS_ADDRESS = env.address("RUNGS_METRICS")

# Static files: straight from their folders on one's own machine; on a server hashed and compressed by collectstatic
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = None if LOCAL else BASE_DIR / "staticfiles"
WHITENOISE_USE_FINDERS = LOCAL
WHITENOISE_AUTOREFRESH = DEBUG
STATIC_STORAGE = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
    if LOCAL
    else "whitenoise.storage.CompressedManifestStaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}

# How we speak
LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

# Mail: none is sent unless a server for it is named
MAIL = env.text("RUNGS_MAIL")
MAIL_IS_ON = bool(MAIL)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL_IS_ON else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_SSL, EMAIL_USE_TLS = mail.from_url(MAIL)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("RUNGS_MAIL_FROM", "rungs@localhost")

# Who comes to the desk
SECOND_FACTOR = env.choice("RUNGS_SECOND_FACTOR", "nobody", "publishers", "everybody")  # must have one; anyone may
OTP_TOTP_SYNC = False  # a phone's clock may be 30 seconds off, and no more by and by
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
IDLE_MINUTES = env.number("RUNGS_IDLE_MINUTES", default=480, least=0, most=20_160)  # until a session ends; 0 for never
SESSION_COOKIE_AGE = env.number("RUNGS_SESSION_HOURS", default=336, least=1, most=2_160) * 60 * 60  # since signing in
SIGN_IN_DAYS = env.number("RUNGS_SIGN_IN_DAYS", default=90, least=1, most=3_650)  # in the log of sign-ins
SIGN_IN_ADDRESSES = env.choice("RUNGS_SIGN_IN_ADDRESSES", "shortened", "hashed")  # how it keeps networks
OIDC = oidc.from_environment()

# What we allow
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
] + [{"NAME": "accounts.passwords.GuessableValidator"}]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = sign_in_limits.PER_ACCOUNT
AXES_COOLOFF_TIME = timedelta(minutes=sign_in_limits.MINUTES)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # who goes on guessing closes it no longer
AXES_CLIENT_IP_CALLABLE = "config.sign_in_handler.network_of_client"
AXES_LOCKOUT_CALLABLE = "config.sign_in_limits.too_many"
AXES_HANDLER = "config.sign_in_handler.SignInHandler"
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
CONTENT_SECURITY_POLICY = headers.CONTENT_SECURITY_POLICY
PERMISSIONS_POLICY = headers.PERMISSIONS_POLICY
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "editorial.signing_in_again.old_form"  # what was typed is kept
LOGIN_REDIRECT_URL = "admin:index"  # where a sign-in leads whose `next` is not ours
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL
if not LOCAL:  # a name that browsers take from this host alone, by HTTPS alone
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SECURE_SSL_REDIRECT = not LOCAL
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]
SECURE_HSTS_SECONDS = 0 if LOCAL else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not LOCAL
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("RUNGS_PROXY") else None
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # a ladder with its inlines on one admin form

# The API
REST_FRAMEWORK = {
    "DEFAULT_SCHEMA_CLASS": "api.schema.auto.ViewSchema",
    "EXCEPTION_HANDLER": "drf_standardized_errors.handler.exception_handler",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "api.negotiation.SuffixFirst",
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,  # an address says its form by .csv or .json, and ?format= is an unknown parameter
}
DRF_STANDARDIZED_ERRORS = {
    "EXCEPTION_HANDLER_CLASS": "api.errors.ProblemHandler",
    "EXCEPTION_FORMATTER_CLASS": "api.errors.ProblemFormatter",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Rungs",
    "DESCRIPTION": "A career reference in which every figure says what it measures and who says so. Read-only, no key.",
    "VERSION": VERSION,
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "SERVE_INCLUDE_SCHEMA": False,
    "LICENSE": {"name": "MIT", "identifier": "MIT"},
    "ENABLE_DJANGO_DEPLOY_CHECK": False,  # tests hold the schema against its linters
    "POSTPROCESSING_HOOKS": [],  # words of a fixed set stand where they are used
    "SORT_OPERATION_PARAMETERS": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_SETTINGS": {"deepLinking": True, "tryItOutEnabled": True, "defaultModelsExpandDepth": -1},
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": logs.FORMATTERS,
    "filters": logs.FILTERS,
    "loggers": logs.LOGGERS,
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": env.choice("RUNGS_LOG", *logs.FORMATTERS)}},
    "root": {"handlers": ["console"], "level": env.text("RUNGS_LOG_LEVEL", "INFO")},
}
