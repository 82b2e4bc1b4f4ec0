from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('logbook', '0012_week_notes'),
    ]

    operations = [
        migrations.AddField(
            model_name='loggedset',
            name='revision',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='loggedset',
            name='writer',
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name='session',
            name='completed_as',
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='session',
            name='logged_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
