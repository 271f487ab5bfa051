"""What a screen asks or shows for a moment, with one typed answer each; a dialog knows no screen."""
