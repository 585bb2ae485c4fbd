"""The words every other room uses: classes, properties, concepts, and how a thing gets its IRI."""
