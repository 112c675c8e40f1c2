-- How long the evidence of closed incidents is kept: a row for each choice, of which the last holds.
CREATE TABLE retention (
    number    INTEGER PRIMARY KEY,
    period    TEXT NOT NULL CHECK (period LIKE 'P%'),
    chosen_by TEXT NOT NULL,
    because   TEXT NOT NULL,
    at        TEXT NOT NULL
) STRICT;

PRAGMA user_version = 4;
