-- How long the evidence of closed incidents is kept: a row for each choice, of which the last holds.
CREATE TABLE retention (
    number    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    period    TEXT NOT NULL CHECK (period LIKE 'P%'),
    chosen_by TEXT NOT NULL,
    because   TEXT NOT NULL,
    at        TEXT NOT NULL
);

-- No text inside of JSON can look like these: there a quotation mark has a backslash before it.
CREATE INDEX custody_acquired ON custody (substring(facts from '"sha256":"([0-9a-f]{64})"')) WHERE kind = 'acquired';
CREATE INDEX custody_deleted ON custody (substring(facts from '"exhibit":"(E-[0-9]+)"')) WHERE kind = 'deleted';

-- Bytes go only when each exhibit that has them has its tombstone.
CREATE FUNCTION vault_keeps_what_has_no_tombstone() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    exhibits BIGINT;
    living   BIGINT;
BEGIN
    EXECUTE format($query$
        SELECT count(*), count(*) FILTER (WHERE NOT EXISTS (
            SELECT 1 FROM %1$I.custody d WHERE d.kind = 'deleted' AND d.incident = a.incident AND d.sequence > a.sequence
                AND substring(d.facts from '"exhibit":"(E-[0-9]+)"')
                    = 'E-' || lpad(a.sequence::text, greatest(6, length(a.sequence::text)), '0')))
        FROM %1$I.custody a WHERE a.kind = 'acquired' AND substring(a.facts from '"sha256":"([0-9a-f]{64})"') = $1
        $query$, TG_TABLE_SCHEMA) USING OLD.sha256 INTO exhibits, living;
    IF exhibits = 0 OR living > 0 THEN
        RAISE EXCEPTION 'the vault is append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;

DROP TRIGGER vault_is_never_deleted ON vault;
CREATE TRIGGER vault_keeps_what_has_no_tombstone BEFORE DELETE ON vault
    FOR EACH ROW EXECUTE FUNCTION vault_keeps_what_has_no_tombstone();
