"""Pages that show what was done, alone or beside what to do."""

from django.urls import path

from logbook.views import (
    circuits,
    exercises,
    health,
    history,
    imports,
    method,
    own_data,
    pairing,
    plan,
    plan_session,
    runs,
    session_form,
    session_page,
    today,
    usual_week,
    week,
)

app_name = "logbook"

urlpatterns = [
    path("", today.show, name="today"),
    # What is to come
    path("plan/", plan.show, name="plan"),
    path("plan/sessions/<str:name>/", plan_session.edit, name="plan_session"),
    path("plan/sessions/<str:name>/skip/", plan_session.skip, name="plan_skip"),
    path("plan/sessions/<str:name>/return/", plan_session.put_back, name="plan_put_back"),
    path("plan/sessions/<str:name>/swap/", plan_session.swap, name="plan_swap"),
    path("plan/sessions/<str:name>/shorten/", plan_session.shorten, name="plan_shorten"),
    path("plan/changes/<int:change_id>/undo/", plan_session.undo, name="plan_undo"),
    path("plan/illness/", health.ill, name="illness"),
    path("plan/illness/end/", health.well, name="illness_end"),
    path("plan/illness/undo/", health.undo, name="illness_undo"),
    path("plan/races/new/", plan.race_new, name="race_new"),
    path("plan/races/<int:race_id>/", plan.race_edit, name="race_edit"),
    path("plan/races/<int:race_id>/deletion/", plan.race_deletion, name="race_deletion"),
    path("plan/races/<int:race_id>/restoration/", plan.race_restoration, name="race_restoration"),
    path("plan/<str:name>/", plan.week, name="plan_week"),
    path("settings/week/", usual_week.edit, name="usual_week"),
    # All of one's own data
    path("settings/export/", own_data.export, name="export"),
    path("settings/deletion/", own_data.deletion, name="deletion"),
    path("method/", method.show, name="method"),
    # What to do
    path("exercises/", exercises.index, name="exercises"),
    path("exercises/<slug:slug>/", exercises.show, name="exercise"),
    path("exercises/own/<int:exercise_id>/", exercises.own, name="own_exercise"),
    path("circuits/", circuits.index, name="circuits"),
    path("circuits/<slug:slug>/", circuits.show, name="circuit"),
    path("circuits/own/<int:circuit_id>/", circuits.own, name="own_circuit"),
    # Runs
    path("runs/", runs.index, name="runs"),
    path("runs/new/", runs.new, name="run_new"),
    path("runs/<int:run_id>/", runs.show, name="run"),
    path("runs/<int:run_id>/edit/", runs.edit, name="run_edit"),
    path("runs/<int:run_id>/file/", runs.file, name="run_file"),
    path("runs/<int:run_id>/gpx/", runs.gpx, name="run_gpx"),
    path("runs/<int:run_id>/kind/", runs.kind, name="run_kind"),
    path("runs/<int:run_id>/deletion/", runs.deletion, name="run_deletion"),
    path("runs/<int:run_id>/restoration/", runs.restoration, name="run_restoration"),
    # Files on their way in
    path("imports/", imports.index, name="imports"),
    path("imports/<int:batch_id>/", imports.show, name="import"),
    path("imports/<int:batch_id>/steps/", imports.steps, name="import_steps"),
    path("imports/<int:batch_id>/stop/", imports.stop, name="import_stop"),
    path("imports/outcomes/<int:outcome_id>/date/", imports.date, name="import_date"),
    path("imports/outcomes/<int:outcome_id>/answer/", imports.answer, name="import_answer"),
    # Sessions
    path("sessions/new/", session_form.of_circuit, name="session_new"),
    path("sessions/own/", session_form.of_own_choice, name="session_own"),
    path("sessions/latest/repeat/", session_form.of_latest, name="session_repeat_latest"),
    path("sessions/<int:session_id>/repeat/", session_form.of_session, name="session_repeat"),
    path("sessions/<int:session_id>/", session_page.show, name="session"),
    path("sessions/<int:session_id>/edit/", session_form.correction, name="session_edit"),
    path("sessions/<int:session_id>/deletion/", session_page.deletion, name="session_deletion"),
    path("sessions/<int:session_id>/restoration/", session_page.restoration, name="session_restoration"),
    path("sessions/<int:session_id>/afterwards/", session_page.afterwards, name="session_afterwards"),
    path("sessions/<int:session_id>/pairing/", pairing.pairing, name="session_pairing"),
    path("sessions/<int:session_id>/unpairing/", pairing.unpairing, name="session_unpairing"),
    # Weeks
    path("history/", history.index, name="history"),
    path("history/weeks.csv", history.weeks_csv, name="weeks_csv"),
    path("history/months.csv", history.months_csv, name="months_csv"),
    path("history/deleted/", history.deleted, name="deleted"),
    path("history/<str:name>/", week.show, name="week"),
    path("history/<str:name>/week.csv", week.csv, name="week_csv"),
    path("history/<str:name>/note/", week.note, name="week_note"),
]
