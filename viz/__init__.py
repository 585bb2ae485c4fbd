"""The network a reader explores: project, lay out, draw."""
