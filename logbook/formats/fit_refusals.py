"""What an athlete is told when a FIT file holds no activity that can be read."""

from collections.abc import Mapping
from types import MappingProxyType

_EXPORT = "Export the activity itself from the watch."
NOT_ACTIVITIES: Mapping[object, str] = MappingProxyType(
    {
        "workout": f"This is a structured workout, not a finished activity. {_EXPORT}",
        "course": f"This is a course to follow, not a finished activity. {_EXPORT}",
        "segment": f"This is a segment, not a finished activity. {_EXPORT}",
        "segment_list": f"This is a list of segments, not an activity. {_EXPORT}",
        "schedules": f"This is a schedule of workouts, not a finished activity. {_EXPORT}",
        "monitoring_a": f"This is a day of step and heart rate monitoring, not an activity. {_EXPORT}",
        "monitoring_b": f"This is a day of step and heart rate monitoring, not an activity. {_EXPORT}",
        "monitoring_daily": f"This is a day of step and heart rate monitoring, not an activity. {_EXPORT}",
        "device": f"This describes the watch, not an activity. {_EXPORT}",
        "settings": f"This holds the settings of the watch, not an activity. {_EXPORT}",
        "sport": f"This holds the sport settings of the watch, not an activity. {_EXPORT}",
        "exd_configuration": f"This holds the screen settings of the watch, not an activity. {_EXPORT}",
        "totals": f"This holds lifetime totals, not one activity. {_EXPORT}",
        "goals": f"This is a list of goals, not an activity. {_EXPORT}",
        "weight": f"This is a list of body weights, not an activity. {_EXPORT}",
        "blood_pressure": f"This is a list of blood pressures, not an activity. {_EXPORT}",
    }
)

_AGAIN = "Export it again from the watch or its app, or enter the run by hand."
BREAKS_OFF = f"The file breaks off before its summary, so the totals are missing. {_AGAIN}"
DAMAGED = f"The file is damaged and no summary can be read from it. {_AGAIN}"
NOTHING_INSIDE = f"This FIT file holds no activity: no summary and no points. {_EXPORT}"
SEVERAL = (
    "This file holds {count} activities, and Footfall reads one a file so far."
    " Export each by itself from the app of the watch, or enter the run by hand."
)
NO_DATE = (
    "This file does not say when the activity started, as happens when the clock of the watch was"
    " never set. Enter the run by hand, with the day you ran it."
)
CAVEAT = "The file is damaged. These totals come from its summary: compare them with your watch."
TOO_MUCH = (
    "This file holds more than one activity of several days would. Export the activity by itself"
    " from the watch or its app, or enter the run by hand."
)
