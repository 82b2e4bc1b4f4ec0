from django.db import migrations
from django.db.models import F


def log_what_is_open(apps, schema_editor):
    """
    Before, every session was logged: on the way back, what was done of those being played is kept.

    One of which nothing was done would count as training, and goes.
    """
    being_played = apps.get_model("logbook", "Session").objects.filter(logged_at=None)
    done = apps.get_model("logbook", "LoggedSet").objects.exclude(
        done_reps=None, done_seconds=None, done_distance_m=None
    )
    being_played.exclude(pk__in=done.values("session")).delete()
    being_played.update(logged_at=F("started_at"))


class Migration(migrations.Migration):

    dependencies = [
        ('logbook', '0013_sessions_in_the_making'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, log_what_is_open, elidable=True),
    ]
