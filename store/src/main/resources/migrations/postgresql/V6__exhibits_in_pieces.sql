-- An exhibit of more than a piece lies in pieces: its row in the table vault has no bytes then. Older ones stay as they are.
ALTER TABLE vault ALTER COLUMN bytes DROP NOT NULL;

CREATE TABLE vault_pieces (
    sha256 TEXT    NOT NULL REFERENCES vault (sha256), -- of the whole exhibit
    number INTEGER NOT NULL CHECK (number >= 0),
    digest TEXT    NOT NULL, -- of this piece
    bytes  BYTEA   NOT NULL,
    PRIMARY KEY (sha256, number),
    CONSTRAINT the_piece_is_its_digest CHECK (digest = encode(sha256(bytes), 'hex'))
);

-- Evidence is compressed or encrypted already, or small; pieces are read as often as they are written.
ALTER TABLE vault_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- A row without bytes is whole by its pieces and is never changed; one whose bytes are wrong may be mended by pieces.
CREATE OR REPLACE FUNCTION vault_is_only_mended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.sha256 <> OLD.sha256 OR OLD.bytes IS NULL OR encode(sha256(OLD.bytes), 'hex') = OLD.sha256 THEN
        RAISE EXCEPTION 'the vault is append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

-- The same of a piece: only one that is not what its digest says may be replaced, by what is.
CREATE FUNCTION pieces_are_only_mended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.sha256 <> OLD.sha256 OR NEW.number <> OLD.number OR NEW.digest <> OLD.digest
        OR encode(sha256(OLD.bytes), 'hex') = OLD.digest THEN
        RAISE EXCEPTION 'the vault is append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER pieces_are_only_mended BEFORE UPDATE ON vault_pieces
    FOR EACH ROW EXECUTE FUNCTION pieces_are_only_mended();
CREATE TRIGGER pieces_without_tombstone_stay BEFORE DELETE ON vault_pieces
    FOR EACH ROW EXECUTE FUNCTION vault_keeps_what_has_no_tombstone();
CREATE TRIGGER pieces_are_never_emptied BEFORE TRUNCATE ON vault_pieces
    FOR EACH STATEMENT EXECUTE FUNCTION is_append_only('vault');
