"""The shell: one command each for what a person, a script or a cron job asks for."""
