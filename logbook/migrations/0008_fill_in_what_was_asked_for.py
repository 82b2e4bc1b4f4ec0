from django.db import migrations
from django.db.models import F, Q

ASKED_FOR = ~Q(planned_reps=None, planned_seconds=None, planned_distance_m=None)
LEFT_OUT = Q(done_reps=None, done_seconds=None, done_distance_m=None)


def fill_in(apps, schema_editor):
    """Until now a set was done as the exercise that was asked for, at its tempo."""
    sets = apps.get_model("logbook", "LoggedSet").objects
    sets.filter(ASKED_FOR).update(
        planned_exercise=F("exercise"),
        planned_name=F("exercise_name"),
        planned_per_side=F("per_side"),
        planned_tempo=F("tempo"),
    )
    # The tempo of a set is what it was done at, and a set that was left out has none.
    sets.filter(LEFT_OUT).update(tempo="")


def give_back(apps, schema_editor):
    """The one tempo of a set was that of its prescription, and its one amount was that of both sides."""
    sets = apps.get_model("logbook", "LoggedSet").objects
    sets.filter(ASKED_FOR & LEFT_OUT).update(tempo=F("planned_tempo"))
    # A first side that was left out would read as nothing done, and could not be brought forward again.
    for done in ("done_reps", "done_seconds", "done_distance_m"):
        sets.filter(**{done: 0}).update(**{done: F("done_right")})


class Migration(migrations.Migration):

    dependencies = [
        ('logbook', '0007_how_sets_were_done'),
    ]

    operations = [
        migrations.RunPython(fill_in, give_back, elidable=True),
    ]
