"""One rulebook per family: what the clauses say of a call, as pure functions over what is known."""
