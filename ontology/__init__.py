"""The words every other room uses: classes, properties, concepts, and how a thing gets its IRI.

Nothing is imported here, so that IRIs and names (``iris``, ``names``, ``standards``) cost no
rdflib; ``terms``, ``load``, ``orders`` and ``check`` bring it.
"""
