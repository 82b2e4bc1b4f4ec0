"""The WSGI application that gunicorn serves."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from config.in_use import hold

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# For as long as this worker lives, nobody restores a backup under it.
in_use = hold(settings.DATA_DIR)
