-- What Microsoft judged stands beside what its logs wrote.
ALTER TABLE log_records DROP CONSTRAINT log_records_log_check;
ALTER TABLE log_records ADD CONSTRAINT log_records_log_check
    CHECK (log IN ('audit-log', 'sign-ins', 'message-trace', 'directory-audit', 'risk-detections', 'alerts'));
