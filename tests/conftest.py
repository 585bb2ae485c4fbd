"""What all tests share."""

from hypothesis import settings

# A property fails for what is wrong, not for what else the machine is doing.
settings.register_profile("canbo", deadline=None)
settings.load_profile("canbo")
