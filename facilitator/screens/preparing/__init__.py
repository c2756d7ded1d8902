"""The pages of the prepare screen, one a concern."""
