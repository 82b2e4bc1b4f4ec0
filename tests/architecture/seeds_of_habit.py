"""One seed of disorder for every rule about what a file may contain, and for the top of the tree."""

from tests.architecture.seeds import Seed

NAMED = "which says nothing: name it for what lives there"
SIGNAL = "what follows from a write stands in the write, not in a signal"
QUERIES = "queries are written with the models"

HABITS = (
    Seed("logbook/today.py", "x = 1\n" * 301, ":301 is 301 lines long: no file is longer than 300"),
    Seed("tests/test_units.py", "x = 1\n" * 301, ":301 is 301 lines long: no file is longer than 300"),
    *(
        Seed(f"logbook/formats/{name}.py", "", f":1 is called {name}, {NAMED}")
        for name in ("utils", "helpers", "services", "managers", "common", "misc", "signals")
    ),
    Seed("tests/helpers/cast.py", "", f":1 is called helpers, {NAMED}"),
    Seed("workouts/urls.py", "from . import views\n", ":1 imports relatively: write the whole name"),
    Seed(
        "manage.py",
        "def main():\n    import django\n",
        ":2 imports inside a function: imports stand at the top of the file",
    ),
    Seed(
        "workouts/apps.py",
        "class Config:\n    def ready(self):\n        from math import pi\n",
        ":3 imports inside a function: imports stand at the top of the file",
    ),
    Seed(
        "workouts/apps.py",
        "import importlib\n\nimportlib.import_module('x')\n",
        ":3 uses importlib.import_module: imports stand at the top, where they can be read",
    ),
    Seed(
        "logbook/models/run.py",
        "class Run(Dated):\n    def save(self): ...\n",
        ":2 overrides save() on Run: a verb with a name of its own writes",
    ),
    Seed(
        "logbook/apps.py",
        "from django.db import models\n\n\nclass Run(models.Model):\n    def save(self): ...\n",
        ":5 overrides save() on Run: a verb with a name of its own writes",
    ),
    Seed("logbook/apps.py", "import django.dispatch\n", f":1 uses django.dispatch: {SIGNAL}"),
    Seed(
        "logbook/apps.py",
        "from django.db.models.signals import post_save\n",
        f":1 uses django.db.models.signals.post_save: {SIGNAL}",
    ),
    Seed(
        "logbook/views/a.py",
        "from logbook.models import Run\n\nruns = Run.objects.all()\n",
        ":3 uses .objects in a view: every look-up starts from the athlete",
    ),
    Seed(
        "workouts/views/a.py",
        "def page(request):\n    return request.user.plans.filter(done=True)\n",
        ":2 calls .filter() in a view: a filter has a name and stands with its model",
    ),
    Seed(
        "logbook/templatetags/a.py",
        "from django.utils import safestring\n\nx = safestring.mark_safe('')\n",
        ":3 uses django.utils.safestring.mark_safe: templates escape, and nothing steps round that",
    ),
    Seed(
        "logbook/views/a.py",
        "from django.views.decorators.csrf import csrf_exempt\n",
        ":1 uses django.views.decorators.csrf.csrf_exempt: every post carries its token",
    ),
    Seed("logbook/today.py", "rows = runs.raw('')\n", f":1 calls .raw(): {QUERIES}"),
    Seed("logbook/today.py", "rows = runs.extra(where=[])\n", f":1 calls .extra(): {QUERIES}"),
    Seed(
        "logbook/formats/a.py",
        "z.extractall()\n",
        ":1 calls .extractall(): an archive is walked member by member",
    ),
    Seed("logbook/today.py", "eval('1')\n", ":1 uses eval: text is never run"),
    Seed("logbook/apps.py", "run('ls', shell=True)\n", ":1 calls with shell=True: text is never run"),
    Seed("logbook/formats/a.py", "import pickle\n", ":1 uses pickle: reading a pickle runs it"),
    Seed(
        "logbook/apps.py",
        "import yaml\n\nyaml.load(x)\n",
        ":3 uses yaml.load: reading YAML this way runs it",
    ),
    Seed(
        "logbook/forms.py",
        'class Meta:\n    fields = "__all__"\n',
        ':2 has fields = "__all__": a form names its fields',
    ),
    Seed(
        "logbook/views/a.py",
        "from datetime import datetime\n\nnow = datetime.now()\n",
        ":3 calls datetime.now() without a zone",
    ),
    Seed(
        "logbook/views/a.py",
        "from datetime import datetime\n\nnow = datetime.utcnow()\n",
        ":3 uses datetime.datetime.utcnow: an instant without a zone is a mistake in waiting",
    ),
    Seed(
        "logbook/views/a.py",
        "import datetime\n\nday = datetime.date.today()\n",
        ":3 uses datetime.date.today: a day belongs to the athlete's zone, not to the server's",
    ),
)

ESCAPE = "templates escape, and nothing steps round that"
TEMPLATES = (
    Seed(
        "templates/a.html", '<p>\n<b style="">x</b>', ":2 has style=: a style sheet decides how things look"
    ),
    Seed(
        "templates/a.html",
        "<style>\np {}</style>",
        ":1 holds a style sheet: a style sheet is a file of its own",
    ),
    Seed("templates/a.html", "<script>\nx()</script>", ":1 holds a script: a script is a file of its own"),
    Seed("templates/a.html", '<b onclick="x()">', ":1 has an on…= attribute: behaviour stands in a module"),
    Seed(
        "templates/b/a.html", '<b hx-on:click="">', ":1 has an on…= attribute: behaviour stands in a module"
    ),
    Seed("templates/a.html", "{# x #}\n{{ x|safe }}", f":2 uses |safe: {ESCAPE}"),
    Seed("templates/a.html", "{% autoescape off %}", f":1 turns autoescape off: {ESCAPE}"),
)

NO_PLACE = " stands at the top of the tree: the plan has no place for it there"
TOP_LEVEL = (
    Seed("notes.md", "", NO_PLACE),
    Seed("setup.cfg", "", NO_PLACE),
)
