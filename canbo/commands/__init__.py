"""The commands, one module each; every module offers one ``command``."""
