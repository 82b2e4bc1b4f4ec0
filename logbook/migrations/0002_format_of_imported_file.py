from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('logbook', '0001_runs_and_sessions'),
    ]

    operations = [
        # Whatever came in before was read as FIT.
        migrations.AddField(
            model_name='importedfile',
            name='format',
            field=models.CharField(default='fit', max_length=10),
            preserve_default=False,
        ),
    ]
