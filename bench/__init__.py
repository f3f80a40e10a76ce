"""Measurements of the service beside others. Not part of what is served."""
