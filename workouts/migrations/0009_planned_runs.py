"""The runs of single days beside those of the usual week."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

import workouts.vocabulary

KINDS = [(kind, kind.label) for kind in workouts.vocabulary.RunKind]


class Migration(migrations.Migration):
    dependencies = [("workouts", "0008_the_plan")]

    operations = [
        migrations.RemoveConstraint("usualrun", "usual_run_one_a_weekday"),
        migrations.RemoveConstraint("usualrun", "usual_run_weekday_0_to_6"),
        migrations.RemoveConstraint("usualrun", "usual_run_minutes_1_to_1440"),
        migrations.RenameModel("UsualRun", "PlannedRun"),
        migrations.AlterModelOptions("plannedrun", {"ordering": ["day", "weekday", "pk"]}),
        migrations.AlterField(
            "plannedrun",
            "athlete",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="planned_runs",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField("plannedrun", "day", models.DateField(blank=True, null=True)),
        migrations.AlterField(
            "plannedrun", "kind", models.CharField(blank=True, choices=KINDS, max_length=20)
        ),
        migrations.AlterField(
            "plannedrun", "minutes", models.PositiveSmallIntegerField(blank=True, null=True)
        ),
        migrations.AlterField("plannedrun", "starts_at", models.TimeField(blank=True, null=True)),
        migrations.AddField("plannedrun", "distance_m", models.PositiveIntegerField(blank=True, null=True)),
        migrations.AddField("plannedrun", "name", models.CharField(blank=True, default="", max_length=80), False),
        migrations.AddField("plannedrun", "key", models.UUIDField(blank=True, editable=False, null=True)),
        migrations.AddField(
            "plannedrun", "removed_by", models.UUIDField(blank=True, editable=False, null=True)
        ),
        migrations.AddField(
            "plannedrun", "removed_at", models.DateTimeField(blank=True, editable=False, null=True)
        ),
        migrations.AddField(
            "plannedrun",
            "uid",
            models.CharField(blank=True, default="", editable=False, max_length=255),
            False,
        ),
        migrations.AddConstraint(
            "plannedrun",
            models.UniqueConstraint(
                condition=Q(day=None), fields=("athlete", "weekday"), name="planned_run_one_a_weekday"
            ),
        ),
        migrations.AddConstraint(
            "plannedrun",
            models.UniqueConstraint(
                condition=Q(removed_at=None), fields=("athlete", "day"), name="planned_run_one_a_day"
            ),
        ),
        migrations.AddConstraint(
            "plannedrun",
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="planned_run_weekday_0_to_6"),
        ),
        migrations.AddConstraint(
            "plannedrun",
            models.CheckConstraint(
                condition=Q(minutes__range=(1, 1440)), name="planned_run_minutes_1_to_1440"
            ),
        ),
        migrations.AddConstraint(
            "plannedrun",
            models.CheckConstraint(
                condition=Q(kind="", minutes=None, starts_at=None, distance_m=None, day__isnull=False)
                | (~Q(kind="") & Q(minutes__isnull=False, starts_at__isnull=False)),
                name="planned_run_whole_or_none",
            ),
        ),
        migrations.AddField("athlete", "planned_since", models.DateField(blank=True, editable=False, null=True)),
        migrations.AddField("athlete", "phases", models.JSONField(blank=True, default=dict, editable=False)),
    ]
