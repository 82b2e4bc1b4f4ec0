from django.db import migrations

RATES = {"per_rep": "contacts_per_rep", "per_second": "contacts_per_second", "per_metre": "contacts_per_metre"}


def fill_in(apps, schema_editor):
    """Until now a set counted for what its exercise is today."""
    sets = apps.get_model("logbook", "LoggedSet").objects
    exercises = apps.get_model("workouts", "Exercise").objects
    for exercise in exercises.filter(pk__in=sets.values("exercise")):
        counted = {"primary": exercise.primary_muscles, "secondary": exercise.secondary_muscles}
        rates = {name: getattr(exercise, field) for name, field in RATES.items()}
        contacts = {name: rate for name, rate in rates.items() if rate is not None}
        if contacts:
            counted |= {
                "contacts": contacts,
                "seconds_per_rep": exercise.seconds_per_rep,
                "meters_per_second": exercise.meters_per_second,
            }
        sets.filter(exercise=exercise).update(counted=counted)


class Migration(migrations.Migration):

    dependencies = [
        ('logbook', '0010_what_sets_count_for'),
        ('workouts', '0004_own_exercises_and_circuits'),
    ]

    operations = [
        migrations.RunPython(fill_in, migrations.RunPython.noop, elidable=True),
    ]
