ALTER TABLE log_records DROP CONSTRAINT log_records_log_check;
ALTER TABLE log_records ADD CONSTRAINT log_records_log_check
    CHECK (log IN ('audit-log', 'sign-ins', 'message-trace', 'directory-audit'));

-- How far each log was collected into an incident: written in one transaction with the rows it counts and the entries of their exhibits.
CREATE TABLE collections (
    number     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident   TEXT   NOT NULL,
    source     TEXT   NOT NULL CHECK (source <> ''), -- which log, and whose rows
    progress   TEXT   NOT NULL CHECK (progress <> ''), -- from where to go on, as JSON
    rows       BIGINT NOT NULL, -- as often as they were given
    different  BIGINT NOT NULL CHECK (different BETWEEN 0 AND rows),
    unreadable BIGINT NOT NULL CHECK (unreadable BETWEEN 0 AND rows),
    UNIQUE (incident, source)
);

-- Which rows each collection was given, by which it knows those that come again.
CREATE TABLE collected_rows (
    collection BIGINT NOT NULL,
    record_id  TEXT   NOT NULL CHECK (record_id <> ''),
    PRIMARY KEY (collection, record_id)
);
