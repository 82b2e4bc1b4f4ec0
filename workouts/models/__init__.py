"""What the plan side keeps: who trains, what can be done."""

from workouts.models.athlete import Athlete
from workouts.models.circuit import Circuit, Station
from workouts.models.exercise import Exercise

__all__ = ["Athlete", "Circuit", "Exercise", "Station"]
