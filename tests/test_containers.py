"""Dockerfile, compose.yaml, Makefile, pyproject and README agree; what is copied into the image serves."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from config import gunicorn, knock, serve
from tests.config.starting import started
from tests.faults.server import free_port
from tests.test_readme import variables_told

ROOT = Path(__file__).resolve().parent.parent
MAKEFILE, README = (ROOT / "Makefile").read_text(), (ROOT / "README.md").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())
APP, DATABASE = COMPOSE["services"]["footfall"], COMPOSE["services"]["database"]
# What stands fast in a container: where it listens and keeps its data; tracebacks are for development.
FIXED = {"PORT", "DATA_DIR", "DATABASE_URL", "DEBUG"}
PASSWORD = re.compile(r"\$\{POSTGRES_PASSWORD:\?Put POSTGRES_PASSWORD into \.env, [^}]+\}")


def instructions() -> list[tuple[str, str]]:
    """Those of the Dockerfile in their order, each on one line."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines if line.strip()]


def told(name: str) -> list[str]:
    return [rest for instruction, rest in instructions() if instruction == name]


def environment_of_image() -> dict[str, str]:
    return dict(pair.split("=", 1) for line in told("ENV") for pair in line.split())


def copied() -> list[str]:
    return [source for line in told("COPY") for source in line.split()[:-1]]


def test_python_is_the_oldest_that_the_project_takes_and_the_requirements_are_locked_for():
    (image,) = told("FROM")
    version = re.match(r"python:(\d+\.\d+)-slim-", image)[1]
    assert PROJECT["requires-python"] == f">={version}"
    assert f"--python-version {version} pyproject.toml" in MAKEFILE


def test_the_container_and_make_run_start_the_same():
    assert told("CMD") == [f'["python", "-m", "{serve.__spec__.name}"]']
    (recipe,) = re.findall(r"^run:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    assert recipe == f"\t@exec $(PYTHON_IN) -m {serve.__spec__.name}\n"


def test_the_image_asks_after_its_health_by_our_own_probe_and_has_the_patience_for_it():
    (check,) = told("HEALTHCHECK")
    assert check.endswith(f'CMD ["python", "-m", "{knock.__spec__.name}"]')
    assert int(re.search(r"--timeout=(\d+)s", check)[1]) > knock.PATIENCE_S


def test_the_port_is_the_same_everywhere():
    port = variables_told()["PORT"]
    assert [port, port] == [environment_of_image()["PORT"], *told("EXPOSE")]
    assert APP["ports"] == [f"${{PORT:-{port}}}:{port}"]
    assert gunicorn.refusal(port="") and f"http://localhost:{port}" in README


def test_the_data_lies_in_a_volume_of_its_owner():
    folder = environment_of_image()["DATA_DIR"]
    assert told("VOLUME") == [folder] and APP["volumes"] == [f"data:{folder}"]
    assert DATABASE["volumes"] == ["database:/var/lib/postgresql/data"]
    assert COMPOSE["volumes"].keys() == {"data", "database"}
    assert any(f"--owner footfall --group footfall --mode 700 {folder}" in run for run in told("RUN"))


def test_it_runs_as_somebody_without_rights_from_the_last_step_on():
    assert told("USER") == ["footfall"]
    names = [name for name, _ in instructions()]
    assert "RUN" not in names[names.index("USER") :] and "COPY" not in names[names.index("USER") :]


def test_only_what_was_locked_is_installed():
    pip = [run for run in told("RUN") if "pip install" in run]
    assert len(pip) == 1 and "--require-hashes --requirement requirements.txt" in pip[0]


def test_every_setting_of_the_readme_is_passed_on_and_blank_means_its_default():
    passed = {name: value for name, value in APP["environment"].items() if name not in FIXED}
    assert passed == {name: f"${{{name}:-}}" for name in variables_told().keys() - FIXED}


def test_the_database_is_the_one_that_the_service_makes_and_its_password_is_asked_for():
    made = DATABASE["environment"]
    url = PASSWORD.sub("secret", APP["environment"]["DATABASE_URL"])
    assert url == f"postgres://{made['POSTGRES_USER']}:secret@database:5432/{made['POSTGRES_DB']}"
    assert PASSWORD.fullmatch(made["POSTGRES_PASSWORD"])
    assert APP["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert "pg_isready" in DATABASE["healthcheck"]["test"]
    assert {APP["restart"], DATABASE["restart"]} == {"unless-stopped"}


def test_the_tools_for_backups_are_no_older_than_the_server():
    (tools,) = re.findall(r"postgresql-client-(\d+)", " ".join(told("RUN")))
    server, suite = re.fullmatch(r"postgres:(\d+)-(\w+)", DATABASE["image"]).groups()
    assert int(tools) >= int(server)
    assert told("FROM")[0].endswith(f"-{suite}")


def test_no_secret_is_part_of_image_or_repository():
    assert not [name for name in environment_of_image() if re.search("SECRET|PASSWORD|URL", name)]
    assert ".env" in (ROOT / ".gitignore").read_text().splitlines()
    first, *allowed = [
        line for line in (ROOT / ".dockerignore").read_text().splitlines() if not line.startswith("#")
    ]
    assert first == "*"
    assert sorted(line[1:] for line in allowed if line.startswith("!")) == sorted(copied())


def test_the_readme_tells_how_to_start_it():
    for words in ("docker compose up --detach --build", "POSTGRES_PASSWORD", ".env", "compose.yaml"):
        assert words in README, words


def test_the_readme_tells_how_to_back_up_and_restore_there_and_the_volume_says_that_backups_lie_in_it():
    (section,) = re.findall(r"^## In containers\n(.*?)^## ", README, re.MULTILINE | re.DOTALL)
    for words in (
        "docker compose exec footfall python manage.py backup",
        "docker compose cp footfall:/data/backups/",
        "docker compose stop footfall",
        "docker compose run --rm footfall python manage.py restore /data/",
    ):
        assert words in section, words
    assert re.search(r"# [^\n]*backups[^\n]*\n  data:", (ROOT / "compose.yaml").read_text())


@pytest.fixture(scope="module")
def as_in_the_image(tmp_path_factory) -> Path:
    """A folder with what the Dockerfile copies, and nothing else."""
    folder = tmp_path_factory.mktemp("image")
    for name in copied():
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


def test_what_is_copied_into_the_image_serves_and_stops_when_asked(as_in_the_image, tmp_path):
    with started(as_in_the_image, DATA_DIR=str(tmp_path / "data")) as footfall:
        assert footfall.knock_until_well() == ""
        footfall.terminate()
        assert footfall.wait() == 0
    assert footfall.knock() == (1, "It does not answer: [Errno 111] Connection refused\n")


ENGINES = [name for name in ("docker", "podman") if shutil.which(name)]
COMPOSERS = [
    [engine, "compose"]
    for engine in ENGINES
    if subprocess.run([engine, "info"], capture_output=True, check=False).returncode == 0
    and subprocess.run([engine, "compose", "version"], capture_output=True, check=False).returncode == 0
]


@pytest.mark.slow
@pytest.mark.skipif(not COMPOSERS, reason="No container engine that runs, with compose, is on this machine")
def test_the_containers_build_start_and_are_well(tmp_path):
    port = free_port()
    compose = [*COMPOSERS[0], "--project-name", f"footfall-test-{port}", "--project-directory", str(ROOT)]
    settings = tmp_path / "env"
    settings.write_text(f"POSTGRES_PASSWORD=onlyfortests\nPORT={port}\n")
    compose += ["--env-file", str(settings)]
    try:
        up = [*compose, "up", "--build", "--wait", "--wait-timeout", "300"]
        done = subprocess.run(up, capture_output=True, text=True, check=False, timeout=1500)
        assert done.returncode == 0, done.stderr
        whoami = [*compose, "exec", "--no-TTY", "footfall"]
        assert subprocess.check_output([*whoami, "id", "-un"], text=True) == "footfall\n"
        assert subprocess.check_output([*whoami, "python", "-m", "config.knock"], text=True) == ""
        dump = ["sh", "-c", 'pg_dump --schema-only "$DATABASE_URL" | grep -c "CREATE TABLE"']
        assert int(subprocess.check_output([*whoami, *dump], text=True)) > 20
    finally:
        subprocess.run([*compose, "down", "--volumes", "--rmi", "local"], capture_output=True, check=False)
