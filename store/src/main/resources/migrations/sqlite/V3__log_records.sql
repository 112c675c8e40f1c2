-- The rows of logs that were brought into incidents, each once: an index of the exhibits they came from.
CREATE TABLE log_records (
    exhibit    INTEGER NOT NULL,
    row_number INTEGER NOT NULL CHECK (row_number > 0),
    incident   TEXT    NOT NULL,
    log        TEXT    NOT NULL CHECK (log IN ('audit-log', 'sign-ins')),
    record_id  TEXT    NOT NULL CHECK (record_id <> ''),
    at         INTEGER NOT NULL, -- nanoseconds since 1970, UTC
    zone_rule  TEXT    NOT NULL,
    operation  TEXT    NOT NULL,
    actor      TEXT    NOT NULL,
    address    TEXT    NOT NULL,
    session    TEXT    NOT NULL,
    user_agent TEXT    NOT NULL,
    outcome    TEXT    NOT NULL,
    result     TEXT    NOT NULL,
    workload   TEXT    NOT NULL,
    object     TEXT    NOT NULL,
    PRIMARY KEY (exhibit, row_number),
    UNIQUE (incident, log, record_id)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
