"""Static files under hashed, gzipped names, JavaScript modules included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Also rewrites the imports between our modules, so that each can be cached for ever."""

    support_js_module_import_aggregation = True
