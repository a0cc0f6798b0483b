"""Tripartite self-assessment of a social protection floor (ILO Recommendation 202)."""

__version__ = "0.1.0"
