"""So far a file held one run and knew it; from here on a run knows its file, which may hold several."""

from django.db import migrations


def to_the_runs(apps, schema_editor):
    ImportedFile = apps.get_model('logbook', 'ImportedFile')
    Run = apps.get_model('logbook', 'Run')
    for file in ImportedFile.objects.exclude(run=None).iterator():
        Run.objects.filter(pk=file.run_id).update(imported_file=file, file_index=0, caveat=file.caveat)


def back_to_the_files(apps, schema_editor):
    """A file goes back to the first run in it.  The others keep their figures and lose the file."""
    ImportedFile = apps.get_model('logbook', 'ImportedFile')
    Run = apps.get_model('logbook', 'Run')
    for file in ImportedFile.objects.iterator():
        first = Run.objects.filter(imported_file=file).order_by('file_index').first()
        if first is None:
            file.delete()
        else:
            ImportedFile.objects.filter(pk=file.pk).update(run=first, caveat=first.caveat)


class Migration(migrations.Migration):

    dependencies = [
        ('logbook', '0003_file_and_name_of_a_run'),
    ]

    operations = [
        migrations.RunPython(to_the_runs, back_to_the_files),
    ]
