"""Charts as numbers: minutes and loads in, geometry out; the SVG is written in templates."""
