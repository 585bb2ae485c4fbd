"""The words every other room uses: classes, properties, and how a thing gets its name."""
