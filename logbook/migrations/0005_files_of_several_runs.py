import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('logbook', '0004_hand_files_to_their_runs'),
    ]

    operations = [
        # Each gets a default for the way back, where the rows are there before their values.
        migrations.AlterField(
            model_name='importedfile',
            name='caveat',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.RemoveField(
            model_name='importedfile',
            name='caveat',
        ),
        migrations.RemoveField(
            model_name='importedfile',
            name='run',
        ),
    ]
