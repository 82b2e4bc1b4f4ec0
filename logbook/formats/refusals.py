"""What an athlete is told when a file of any format cannot be taken."""

AGAIN = "Export it again from the watch or its app, or enter the run by hand."
EXPORT = "Export the activity itself from the watch."
NO_DATE = (
    "This file does not say when the activity started, as happens when the clock of the watch was"
    " never set. Enter the run by hand, with the day you ran it."
)
TOO_LONG = "The times in this file lie more than seven days apart. Enter the run by hand."
TOO_MUCH = (
    "This file holds more than one activity of several days would. Export the activity by itself"
    " from the watch or its app, or enter the run by hand."
)
