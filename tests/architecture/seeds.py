"""A tiny house in good order, and one seed of disorder for every rule."""

from dataclasses import dataclass

CLEAN = {
    "manage.py": "import sys\n",
    "requirements.txt": "",
    ".gitignore": "",
    "config/settings.py": 'INSTALLED_APPS = ["workouts", "logbook"]\n',
    "config/urls.py": 'from django.urls import include\n\nurlpatterns = [include("logbook.urls")]\n',
    "workouts/units.py": "import math\nfrom decimal import Decimal\n",
    "workouts/weeks.py": "from datetime import date\n\nfrom workouts import units\n",
    "workouts/training/tempo.py": "from workouts.units import METRE\n",
    "workouts/figures/pose.py": "from workouts.training.tempo import Tempo\n",
    "workouts/catalogue/reader.py": "import tomllib\n\nfrom workouts.training import tempo\n",
    "workouts/catalogue/loading.py": "from workouts.models import Exercise\n",
    "workouts/models/athlete.py": "from django.conf import settings\n\nfrom workouts.weeks import Week\n",
    "workouts/planning.py": "from django.db import transaction\n\nfrom workouts import library, models\n",
    "workouts/library.py": "from workouts.models import Exercise\n\neasy = Exercise.objects.filter()\n",
    "logbook/facts.py": "from logbook.models import Run\n",
    "logbook/forms.py": "from logbook.facts import RunFacts\n",
    "logbook/admin.py": "from datetime import datetime\n\nx = datetime.now().astimezone()\n",
    "workouts/forms.py": "class PlanForm:\n    def save(self): ...\n",
    "workouts/views/plan.py": "from workouts import forms, library, planning\n\nx = planning.filter_out()\n",
    "workouts/templatetags/units.py": "from workouts.units import METRE\n",
    "logbook/formats/fit.py": "import fitdecode\n\nfrom logbook.formats.activity import Activity\n",
    "logbook/load/strain.py": "from workouts.weeks import Week\n",
    "logbook/charts/bars.py": "from workouts.vocabulary import RunKind\n",
    "logbook/pairing.py": "from datetime import datetime, timedelta\n",
    "logbook/recording.py": "from workouts import planning\n\n\ndef finish(*, now): ...\n",
    "logbook/today.py": "from django.utils import timezone\n\nfrom logbook import pairing\n",
    "logbook/views/session.py": "from django.utils import timezone\n\nnow = timezone.now()\n",
    "tests/test_units.py": "from workouts.units import METRE\n",
    "templates/base.html": (
        '<html><script type="module" src="{{ src }}"></script>{# style="" |safe #}\n'
        '{% include "x.html" with once=1 style=2 only %}<p title="{{ title }}">on = off</p></html>\n'
    ),
}
PURE = "a pure room sees only the standard library and the rooms drawn for it"


@dataclass(frozen=True)
class Seed:
    """A file put into the clean house, and the one sentence that must come of it, after its path."""

    path: str
    text: str
    sentence: str


def imports(path: str, name: str, rule: str) -> Seed:
    return Seed(path, f"import {name}\n", f":1 imports {name}: {rule}")


SIGHT = (
    Seed(
        "workouts/units.py",
        "import math\n\nfrom django.db import models\n",
        f":3 imports django.db.models: {PURE}",
    ),
    Seed("workouts/weeks.py", "from workouts import training\n", f":1 imports workouts.training: {PURE}"),
    imports("workouts/units.py", "django", PURE),
    imports("workouts/days.py", "workouts.models", PURE),
    imports("workouts/vocabulary.py", "workouts.library", PURE),
    imports("workouts/training/a.py", "workouts.figures.pose", PURE),
    imports("workouts/training/a.py", "fitdecode", PURE),
    imports("workouts/figures/a.py", "workouts.catalogue", PURE),
    imports("workouts/catalogue/a.py", "workouts.catalogue.loading", PURE),
    imports("logbook/formats/a.py", "requests", PURE),
    imports("logbook/load/a.py", "logbook.formats.fit", PURE),
    imports("logbook/charts/a.py", "logbook.load", PURE),
    imports("logbook/pairing.py", "logbook.models", PURE),
    imports("workouts/views/a.py", "logbook", "workouts never sees that"),
    imports("workouts/planning.py", "logbook.models", "workouts never sees that"),
    imports("logbook/views/a.py", "workouts.views.plan", "logbook never sees that"),
    imports("logbook/urls.py", "workouts.forms", "logbook never sees that"),
    imports("config/urls.py", "logbook.views", "config never sees that"),
    imports("config/settings.py", "workouts", "config never sees that"),
    imports("logbook/models/a.py", "logbook.recording", "a model never sees that"),
    imports("logbook/models/a.py", "logbook.today", "a model never sees that"),
    imports("workouts/models/a.py", "workouts.forms", "a model never sees that"),
    imports("workouts/models/a.py", "workouts.views", "a model never sees that"),
    imports("logbook/facts.py", "logbook.recording", "what passes from a form to a write never sees that"),
    imports("logbook/history.py", "logbook.recording", "a read never sees that"),
    imports("workouts/library.py", "workouts.catalogue.loading", "a read never sees that"),
    imports("workouts/library.py", "workouts.forms", "a read never sees that"),
    imports("logbook/review.py", "logbook.views", "a read never sees that"),
    imports("logbook/review.py", "django.http.HttpRequest", "a read never sees that"),
    imports("logbook/importing.py", "logbook.forms", "a write never sees that"),
    imports("workouts/planning.py", "workouts.views", "a write never sees that"),
    imports("logbook/recording.py", "django.http.HttpRequest", "a write never sees that"),
    imports("logbook/forms.py", "logbook.recording", "a form never sees that"),
    imports("logbook/forms.py", "workouts.library", "a form never sees that"),
    imports("logbook/templatetags/a.py", "workouts.models", "a template tag never sees that"),
    imports("workouts/templatetags/a.py", "workouts.planning", "a template tag never sees that"),
)

COMES_IN = "now and today come in"
ARGUMENTS = "a pure room gets what it needs as arguments"
CLOCK_AND_WORLD = (
    Seed(
        "workouts/weeks.py",
        "import datetime as dt\n\nnow = dt.datetime.now(dt.UTC)\n",
        f":3 looks at the clock by datetime.datetime.now: {COMES_IN}",
    ),
    Seed(
        "logbook/recording.py",
        "from django.utils import timezone\n\nnow = timezone.now()\n",
        f":3 looks at the clock by django.utils.timezone.now: {COMES_IN}",
    ),
    Seed(
        "logbook/recording.py",
        "from django.utils import timezone\n\nday = timezone.localdate()\nother = timezone.localdate(day)\n",
        f":3 looks at the clock by django.utils.timezone.localdate: {COMES_IN}",
    ),
    Seed(
        "logbook/load/a.py",
        "import time\n\nt = time.time()\n",
        f":3 looks at the clock by time.time: {COMES_IN}",
    ),
    Seed(
        "workouts/units.py",
        "import os\n\nx = os.environ['X']\n",
        f":3 reaches outside by os.environ: {ARGUMENTS}",
    ),
    Seed(
        "workouts/units.py",
        "import os\n\nx = os.getenv('X')\n",
        f":3 reaches outside by os.getenv: {ARGUMENTS}",
    ),
    Seed("logbook/formats/a.py", "f = open('x')\n", f":1 reaches outside by open: {ARGUMENTS}"),
)
