"""The pages of ``canbo serve``: what people see of a graph, in Vietnamese and in English."""
