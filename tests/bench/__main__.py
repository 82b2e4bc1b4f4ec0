"""What to measure: `python -m tests.bench files`, `figures` or `pages`, with data that nobody keeps."""

import os
import runpy
import sys
import tempfile

import django

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings"}
        django.setup()
        runpy.run_module(f"tests.bench.{sys.argv[1]}", run_name="__main__")
