"""What a moderator takes from the shelf: templates, sector packs, methods, prompts, all kept as TOML."""
