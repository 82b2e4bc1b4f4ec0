# Footfall in a container: the same steps as `make run`, as somebody without rights, its data in /data.
#
# Python is the oldest that pyproject.toml names, which the requirements are locked for.
FROM python:3.11-slim-trixie

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data PORT=8000

# pg_dump and psql, for backups: pg_dump refuses a server newer than itself, so not older than compose.yaml's.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client-17 \
    && rm -rf /var/lib/apt/lists/*

# A number that is the same on every machine, so that the volume keeps its owner.
RUN groupadd --gid 10001 footfall \
    && useradd --uid 10001 --gid footfall --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin footfall \
    && install --directory --owner footfall --group footfall --mode 700 /data

WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes --requirement requirements.txt

# .dockerignore lets nothing else in, and no secret among it: what is secret comes from the environment or /data.
COPY manage.py LICENSE ./
COPY config config
COPY workouts workouts
COPY logbook logbook
COPY templates templates
COPY static static
RUN python -m compileall -q config workouts logbook

USER footfall
VOLUME /data
EXPOSE 8000
# A new version migrates before it answers, hence the long start.
HEALTHCHECK --interval=30s --timeout=10s --start-period=120s --start-interval=2s --retries=3 \
    CMD ["python", "-m", "config.knock"]
CMD ["python", "-m", "config.serve"]
