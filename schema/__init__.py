"""What the world sees: one GraphQL schema."""
