-- Two more logs: the list of words is part of the table, which SQLite can only make anew.
CREATE TABLE log_records_of_six_logs (
    exhibit    INTEGER NOT NULL,
    row_number INTEGER NOT NULL CHECK (row_number > 0),
    incident   TEXT    NOT NULL,
    log        TEXT    NOT NULL
        CHECK (log IN ('audit-log', 'sign-ins', 'message-trace', 'directory-audit', 'risk-detections', 'alerts')),
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

INSERT INTO log_records_of_six_logs (exhibit, row_number, incident, log, record_id, at, zone_rule, operation, actor, address, session,
    user_agent, outcome, result, workload, object)
SELECT exhibit, row_number, incident, log, record_id, at, zone_rule, operation, actor, address, session, user_agent, outcome, result,
    workload, object
FROM log_records;

DROP TABLE log_records;
ALTER TABLE log_records_of_six_logs RENAME TO log_records;

PRAGMA user_version = 7;
