"""The shelf of questions, and how to ask them."""
