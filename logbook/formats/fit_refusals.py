"""What an athlete is told when a FIT file holds no activity that can be read."""

from collections.abc import Mapping
from types import MappingProxyType

from logbook.formats.refusals import AGAIN, EXPORT

NOT_ACTIVITIES: Mapping[object, str] = MappingProxyType(
    {
        "workout": f"This is a structured workout, not a finished activity. {EXPORT}",
        "course": f"This is a course to follow, not a finished activity. {EXPORT}",
        "segment": f"This is a segment, not a finished activity. {EXPORT}",
        "segment_list": f"This is a list of segments, not an activity. {EXPORT}",
        "schedules": f"This is a schedule of workouts, not a finished activity. {EXPORT}",
        "monitoring_a": f"This is a day of step and heart rate monitoring, not an activity. {EXPORT}",
        "monitoring_b": f"This is a day of step and heart rate monitoring, not an activity. {EXPORT}",
        "monitoring_daily": f"This is a day of step and heart rate monitoring, not an activity. {EXPORT}",
        "device": f"This describes the watch, not an activity. {EXPORT}",
        "settings": f"This holds the settings of the watch, not an activity. {EXPORT}",
        "sport": f"This holds the sport settings of the watch, not an activity. {EXPORT}",
        "exd_configuration": f"This holds the screen settings of the watch, not an activity. {EXPORT}",
        "totals": f"This holds lifetime totals, not one activity. {EXPORT}",
        "goals": f"This is a list of goals, not an activity. {EXPORT}",
        "weight": f"This is a list of body weights, not an activity. {EXPORT}",
        "blood_pressure": f"This is a list of blood pressures, not an activity. {EXPORT}",
    }
)

BREAKS_OFF = f"The file breaks off before its summary, so the totals are missing. {AGAIN}"
DAMAGED = f"The file is damaged and no summary can be read from it. {AGAIN}"
NOTHING_INSIDE = f"This FIT file holds no activity: no summary and no points. {EXPORT}"
CAVEAT = "The file is damaged. These totals come from its summary: compare them with your watch."
