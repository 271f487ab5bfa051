"""Readers of single formats: bytes of a foreign file to clean lines, rows or nominations."""
