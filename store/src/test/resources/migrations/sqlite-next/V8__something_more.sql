CREATE TABLE next_versions (
    name TEXT PRIMARY KEY
) STRICT;

PRAGMA user_version = 8;
