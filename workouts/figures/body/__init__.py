"""The moving figure: a skeleton, its poses, what it stands on, and the geometry of its drawing."""
