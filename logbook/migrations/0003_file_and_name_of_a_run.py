import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('logbook', '0002_format_of_imported_file'),
    ]

    operations = [
        # Out of the way: a run is about to know its file by the name under which the file was its.
        migrations.AlterField(
            model_name='importedfile',
            name='run',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='logbook.run'),
        ),
        migrations.AddField(
            model_name='run',
            name='imported_file',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='runs', to='logbook.importedfile'),
        ),
        migrations.AddField(
            model_name='run',
            name='file_index',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='run',
            name='caveat',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='run',
            name='kind_because',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='run',
            name='name',
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name='run',
            name='repairs',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddConstraint(
            model_name='run',
            constraint=models.UniqueConstraint(fields=('imported_file', 'file_index'), name='run_once_in_its_file'),
        ),
    ]
