"""The one door: what a juror, the chair and the secretariat can do. Screens and commands ask here."""
