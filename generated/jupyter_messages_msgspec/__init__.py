# Generated from schemas/ by "make generate". Do not edit: change the schemas and run it again.
"""Quick ways to read and to judge what `jupyter_messages` describes; unlike that, they need msgspec."""
