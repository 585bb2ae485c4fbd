"""Files, folders and pipes -> texts with where they come from."""
