"""What PostgreSQL's planner believes about the tables."""

from models.database import Row, fetch
from tests.cetakan import SEEDED


async def misjudged(*tables: str) -> list[Row]:
    """Of these tables, or of all, those of which it does not know how many rows they have: name,
    believed, counted."""
    rows = await fetch(
        "SELECT relname AS name, reltuples::int AS believed FROM pg_class"
        " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        f" AND relname NOT IN {SEEDED}"
    )
    for row in rows:
        row["counted"] = (await fetch(f"SELECT count(*) AS n FROM {row['name']}"))[0]["n"]
    asked = [row for row in rows if not tables or row["name"] in tables]
    return [row for row in asked if row["counted"] != row["believed"]]
