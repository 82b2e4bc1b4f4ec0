"""Pages of the plan side that hold nothing of the log."""

from django.urls import path

from workouts.views import (
    calendar,
    exercise_note,
    figures,
    installed,
    own_circuit,
    own_exercise,
    people,
    settings,
    sign_ins,
)

app_name = "workouts"

urlpatterns = [
    # For the browser itself
    path("manifest.webmanifest", installed.manifest, name="manifest"),
    path("sw.js", installed.worker, name="worker"),
    path("offline/", installed.offline, name="offline"),
    path("settings/", settings.settings, name="settings"),
    # One's own; what one did with them is on the pages of the log
    path("exercises/own/", own_exercise.index, name="own_exercises"),
    path("exercises/own/new/", own_exercise.new, name="exercise_new"),
    path("exercises/own/<int:exercise_id>/edit/", own_exercise.edit, name="exercise_edit"),
    path("exercises/own/<int:exercise_id>/retirement/", own_exercise.retirement, name="exercise_retirement"),
    path(
        "exercises/own/<int:exercise_id>/restoration/", own_exercise.restoration, name="exercise_restoration"
    ),
    path("circuits/own/", own_circuit.index, name="own_circuits"),
    path("circuits/own/new/", own_circuit.new, name="circuit_new"),
    path("circuits/own/text/", own_circuit.from_text, name="circuit_text"),
    path("circuits/own/<int:circuit_id>/edit/", own_circuit.edit, name="circuit_edit"),
    path("circuits/own/<int:circuit_id>/retirement/", own_circuit.retirement, name="circuit_retirement"),
    path("circuits/own/<int:circuit_id>/restoration/", own_circuit.restoration, name="circuit_restoration"),
    path("exercises/<slug:slug>/note/", exercise_note.edit, name="exercise_note"),
    path("figures/", figures.index, name="figures"),
    path("figures/<slug:name>.css", figures.sheet, name="figure_sheet"),
    path("settings/sign-ins/", sign_ins.index, name="sign_ins"),
    path("settings/sign-ins/end/", sign_ins.end, name="sign_in_end"),
    path("settings/calendar/", calendar.show, name="calendar"),
    path("settings/calendar/address/", calendar.publication, name="calendar_publication"),
    path("settings/calendar/renewal/", calendar.renewal, name="calendar_renewal"),
    path("settings/calendar/withdrawal/", calendar.withdrawal, name="calendar_withdrawal"),
    path("settings/training/", settings.training, name="training"),
    path("settings/jumping/", settings.jumping, name="jumping"),
    path("settings/health/", settings.health, name="health"),
    # The people of the instance, for those who run it
    path("settings/people/", people.index, name="people"),
    path("settings/people/invites/", people.invites, name="invites"),
    path("settings/people/invites/<int:invite_id>/withdrawal/", people.withdrawal, name="invite_withdrawal"),
    path("settings/people/<int:athlete_id>/reset-link/", people.reset_link, name="person_reset_link"),
    path("settings/people/<int:athlete_id>/deactivation/", people.deactivation, name="person_deactivation"),
    path("settings/people/<int:athlete_id>/activation/", people.activation, name="person_activation"),
]
