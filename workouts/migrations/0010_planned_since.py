"""Since when the week of those who said one is planned; and back, without the runs of single days."""

from django.db import migrations


def remove_single_days(apps, schema_editor):
    """The table of before has usual runs alone."""
    apps.get_model("workouts", "PlannedRun").objects.filter(day__isnull=False).delete()


def say_when(apps, schema_editor):
    """Whoever has a usual week said it at some time; since when they are here is the best that is known."""
    for athlete in apps.get_model("workouts", "Athlete").objects.filter(planned_runs__isnull=False).distinct():
        athlete.planned_since = athlete.date_joined.date()
        athlete.save(update_fields=["planned_since"])


class Migration(migrations.Migration):
    dependencies = [("workouts", "0009_planned_runs")]

    operations = [migrations.RunPython(say_when, remove_single_days)]
