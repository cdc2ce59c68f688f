"""Who speaks: names, descriptions and pronouns, and whom they stand for."""
