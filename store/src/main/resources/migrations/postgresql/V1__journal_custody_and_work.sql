-- The same tables and constraints as on SQLite, and what lies in files there: the bytes of evidence, and the heads of the chains.
DO $$
BEGIN
    IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION 'the database is encoded in %, and Cordon needs UTF8', current_setting('server_encoding')
            USING ERRCODE = 'feature_not_supported';
    END IF;
END $$;

-- Append-only, hash-chained: every column except the two hashes goes into the hash, in this order.
CREATE TABLE journal (
    sequence BIGINT PRIMARY KEY CHECK (sequence > 0),
    incident TEXT NOT NULL,
    at       TEXT NOT NULL,
    wall_at  TEXT NOT NULL,
    actor    TEXT NOT NULL,
    kind     TEXT NOT NULL,
    facts    TEXT NOT NULL,
    previous TEXT NOT NULL UNIQUE CHECK (length(previous) = 64),
    hash     TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
);

CREATE INDEX journal_incident ON journal (incident, sequence);

CREATE TABLE custody (
    sequence BIGINT PRIMARY KEY CHECK (sequence > 0),
    incident TEXT NOT NULL,
    at       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    facts    TEXT NOT NULL,
    previous TEXT NOT NULL UNIQUE CHECK (length(previous) = 64),
    hash     TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
);

CREATE INDEX custody_incident ON custody (incident, sequence);

-- The bytes of evidence, each under its SHA-256.
CREATE TABLE vault (
    sha256 TEXT  PRIMARY KEY,
    bytes  BYTEA NOT NULL,
    CONSTRAINT the_name_is_the_hash CHECK (sha256 = encode(sha256(bytes), 'hex'))
);

-- Where each chain ends, moved with every entry. Each machine keeps a copy in the file "heads" of its data folder.
CREATE TABLE heads (
    chain    TEXT PRIMARY KEY CHECK (chain IN ('journal', 'custody')),
    sequence BIGINT NOT NULL,
    hash     TEXT   NOT NULL CHECK (length(hash) = 64)
);

CREATE FUNCTION chain_has_no_gaps() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    newest BIGINT;
BEGIN
    EXECUTE format('SELECT coalesce(max(sequence), 0) FROM %I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO newest;
    IF NEW.sequence <> newest + 1 THEN
        RAISE EXCEPTION 'the % has no gaps', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

-- A head that was taken away or that the chain contradicts is left as it is, for the verifier to find; entries go on being written.
CREATE FUNCTION chain_moves_its_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.sequence = 1 THEN
        EXECUTE format('INSERT INTO %I.heads (chain, sequence, hash) VALUES ($1, 1, $2) ON CONFLICT DO NOTHING', TG_TABLE_SCHEMA)
            USING TG_TABLE_NAME::text, NEW.hash;
    ELSE
        EXECUTE format(
            'UPDATE %I.heads SET sequence = $2, hash = $3 WHERE chain = $1 AND sequence = $2 - 1 AND hash = $4', TG_TABLE_SCHEMA)
            USING TG_TABLE_NAME::text, NEW.sequence, NEW.hash, NEW.previous;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the % is append-only', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Bytes that are not what their name says may be replaced by those that are, and nothing else may be.
CREATE FUNCTION vault_is_only_mended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.sha256 <> OLD.sha256 OR encode(sha256(OLD.bytes), 'hex') = OLD.sha256 THEN
        RAISE EXCEPTION 'the vault is append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION heads_only_move_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.chain <> OLD.chain OR NEW.sequence <= OLD.sequence THEN
        RAISE EXCEPTION 'the heads only move forward' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER journal_has_no_gaps BEFORE INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION chain_has_no_gaps('journal');
CREATE TRIGGER journal_moves_its_head AFTER INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION chain_moves_its_head();
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    FOR EACH ROW EXECUTE FUNCTION is_append_only('journal');
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION is_append_only('journal');
CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION is_append_only('journal');

CREATE TRIGGER custody_has_no_gaps BEFORE INSERT ON custody
    FOR EACH ROW EXECUTE FUNCTION chain_has_no_gaps('custody log');
CREATE TRIGGER custody_moves_its_head AFTER INSERT ON custody
    FOR EACH ROW EXECUTE FUNCTION chain_moves_its_head();
CREATE TRIGGER custody_is_never_changed BEFORE UPDATE ON custody
    FOR EACH ROW EXECUTE FUNCTION is_append_only('custody log');
CREATE TRIGGER custody_is_never_deleted BEFORE DELETE ON custody
    FOR EACH ROW EXECUTE FUNCTION is_append_only('custody log');
CREATE TRIGGER custody_is_never_emptied BEFORE TRUNCATE ON custody
    FOR EACH STATEMENT EXECUTE FUNCTION is_append_only('custody log');

CREATE TRIGGER vault_is_only_mended BEFORE UPDATE ON vault
    FOR EACH ROW EXECUTE FUNCTION vault_is_only_mended();
CREATE TRIGGER vault_is_never_deleted BEFORE DELETE ON vault
    FOR EACH ROW EXECUTE FUNCTION is_append_only('vault');
CREATE TRIGGER vault_is_never_emptied BEFORE TRUNCATE ON vault
    FOR EACH STATEMENT EXECUTE FUNCTION is_append_only('vault');

CREATE TRIGGER heads_only_move_forward BEFORE UPDATE ON heads
    FOR EACH ROW EXECUTE FUNCTION heads_only_move_forward();
CREATE TRIGGER heads_are_never_deleted BEFORE DELETE ON heads
    FOR EACH ROW EXECUTE FUNCTION is_append_only('table of heads');
CREATE TRIGGER heads_are_never_emptied BEFORE TRUNCATE ON heads
    FOR EACH STATEMENT EXECUTE FUNCTION is_append_only('table of heads');

-- Where each tenant's connection document lies. The document itself is never copied: it may name secrets.
CREATE TABLE tenants (
    name     TEXT PRIMARY KEY,
    document TEXT NOT NULL
);

-- The scheduler's table, as db-scheduler expects it.
CREATE TABLE scheduled_tasks (
    task_name            TEXT        NOT NULL,
    task_instance        TEXT        NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMPTZ NOT NULL,
    picked               BOOLEAN     NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMPTZ,
    last_failure         TIMESTAMPTZ,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMPTZ,
    version              BIGINT      NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);

CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
