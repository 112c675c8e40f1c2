CREATE TABLE next_versions (
    name TEXT PRIMARY KEY
);
