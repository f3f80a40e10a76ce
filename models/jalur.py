"""Which unor stand below which, in SQL: by their paths."""


def subtree_sql(unor: str, top: str) -> str:
    """SQL: the unor aliased `unor` is the one aliased `top` or below it."""
    return f"({unor}.jalur >= {top}.jalur AND {unor}.jalur < {top}.jalur || '~')"


def within_sql(unor: str, top: str) -> str:
    """SQL: the unor aliased `unor` is the one whose id is bound to the placeholder `top`, or below
    it. As a join PostgreSQL would expect a third of all unor there, and read them all."""
    jalur = f"(SELECT jalur FROM unor WHERE id = {top})"
    return f"({unor}.jalur >= {jalur} AND {unor}.jalur < {jalur} || '~')"
