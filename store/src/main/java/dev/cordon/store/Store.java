package dev.cordon.store;

import dev.cordon.evidence.CustodyLog;
import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.RetentionSetting;
import dev.cordon.evidence.VaultEncryption;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainReader;
import dev.cordon.evidence.verification.StoreVerifier;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.investigation.collection.LogCollections;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.procedure.schedule.IncidentRuns;
import dev.cordon.procedure.schedule.Rechecks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept: in one data folder ({@code cordon.db}, {@code vault/}, {@code heads}), or in one PostgreSQL database that several
 * machines share, each with a data folder of its own for reports and {@code heads}.
 *
 * <p>Safe for many threads; any number of processes may have the same store open. Closing it waits for what is being written.
 */
public final class Store implements AutoCloseable {
    private final Database database;
    private final RunJournal journal;
    private final CustodyLog custody;
    private final EvidenceVault vault;
    private final VaultEncryption encryption;
    private final RetentionSetting retention;
    private final IncidentRuns runs;
    private final Rechecks rechecks;
    private final KnownTenants tenants;
    private final LogRecords records;
    private final LogCollections collections;
    private final StoreVerifier verifier;
    private final ChainReader chains;
    private final boolean readOnly;
    private final @Nullable ReadOnlyDatabase copy;

    private Store(Opening opening, InstantSource wallTime) {
        DataFolder folder = opening.folder;
        this.readOnly = opening.readOnly;
        this.copy = opening.copy;
        this.database = new Database(opening.dialect);
        Heads heads = new Heads(database, folder.heads());
        Claims claims = new Claims(opening.dialect, opening.claimTime, opening.pace);
        SealedBytes sealed;
        if (opening.shared) {
            sealed = new SealedRows(database, folder.path());
            this.encryption = new NoEncryption(opening.dialect.name());
        } else {
            VaultDoor door = new VaultDoor(folder.vaultKey(), opening.passphrases);
            SealedFiles files = new SealedFiles(folder.vault(), door);
            sealed = files;
            this.encryption = new EncryptedFolder(folder, files, door, wallTime);
        }
        HeldClaims held = new HeldClaims(opening.dialect);
        this.journal = new SqlRunJournal(new ChainTable(database, heads, Chain.JOURNAL), held, wallTime);
        SqlCustodyLog log = new SqlCustodyLog(new ChainTable(database, heads, Chain.CUSTODY), wallTime);
        this.custody = log;
        this.vault = new StoredVault(sealed, log, database);
        this.retention = new SqlRetention(database, wallTime);
        this.runs = new SqlIncidentRuns(claims, held, opening.claimTime);
        this.rechecks = new SqlRechecks(claims);
        this.tenants = new KnownTenants(database);
        this.records = new SqlLogRecords(database, folder.path());
        this.collections = new SqlLogCollections(database, heads, sealed, log);
        this.verifier =
                new SqlStoreVerifier(database, folder, sealed, opening.shared, readOnly ? () -> {} : heads::advance);
        this.chains = new SqlChainReader(database);
        if (opening.shared && !readOnly) {
            join(heads, opening.toRead);
        }
    }

    /** Who came to read, the verifier first of all, is shown the anchor as it was before. */
    private static void join(Heads heads, boolean toRead) {
        if (toRead) {
            heads.begin();
        } else {
            heads.join();
        }
    }

    /**
     * What is known once the database can be used.
     *
     * @param readOnly whether nothing may be written
     * @param toRead whether it was opened to be read, whatever may be done
     */
    private record Opening(
            DataFolder folder,
            Dialect dialect,
            boolean shared,
            boolean readOnly,
            boolean toRead,
            @Nullable ReadOnlyDatabase copy,
            ClaimPace pace,
            InstantSource claimTime,
            Passphrases passphrases) {}

    /** {@link #open(StoreLocation, InstantSource)} for a store in that folder. */
    public static Store open(Path dataFolder, InstantSource wallTime) {
        return open(StoreLocation.inFolder(dataFolder), wallTime);
    }

    /**
     * Opens the store, creating what is missing.
     *
     * @param location where it lies; the folder need not exist, the server's database must
     * @param wallTime this machine's clock
     * @throws StoreException when it cannot be used, with the remedy
     */
    public static Store open(StoreLocation location, InstantSource wallTime) {
        return open(location, wallTime, Passphrases.none());
    }

    /** The same, where the vault may be encrypted: who has its passphrase is asked when its bytes are needed. */
    public static Store open(StoreLocation location, InstantSource wallTime, Passphrases passphrases) {
        return switch (location) {
            case StoreLocation.InFolder(Path path) ->
                openFolder(new DataFolder(path), wallTime, ClaimPace.USUAL, passphrases);
            case StoreLocation.OnServer server ->
                openServer(server, wallTime, ClaimPace.USUAL, dialect -> serverTime(dialect, wallTime), false);
        };
    }

    /** The same with another pace, and with claims that go by this machine's clock on a server too. */
    static Store open(StoreLocation location, InstantSource wallTime, ClaimPace pace) {
        return switch (location) {
            case StoreLocation.InFolder(Path path) ->
                openFolder(new DataFolder(path), wallTime, pace, Passphrases.none());
            case StoreLocation.OnServer server -> openServer(server, wallTime, pace, _ -> wallTime, false);
        };
    }

    private static Store openFolder(
            DataFolder folder, InstantSource wallTime, ClaimPace pace, Passphrases passphrases) {
        Dialect dialect = new SqliteDialect(folder.database());
        folder.setUp(dialect, Migrations.OURS);
        return new Store(
                new Opening(folder, dialect, false, false, false, null, pace, wallTime, passphrases), wallTime);
    }

    private static Store openServer(
            StoreLocation.OnServer server,
            InstantSource wallTime,
            ClaimPace pace,
            Function<PostgresDialect, InstantSource> claimTime,
            boolean toRead) {
        DataFolder folder = new DataFolder(server.folder());
        PostgresDialect dialect = new PostgresDialect(server.server());
        try {
            boolean readOnly = toRead && (!folder.isWritable() || isReadOnly(dialect));
            if (!readOnly) {
                folder.setUpBesideServer();
            }
            if (Migrations.OURS.areNeeded(dialect)) {
                if (readOnly) {
                    throw new StoreException(
                            StoreException.Reason.SERVER_READ_ONLY,
                            "Reading " + dialect.name() + ", which must be brought up to date first,",
                            null);
                }
                if (schemaVersion(dialect) == 0) {
                    folder.requireNoHeads(StoreException.Reason.SERVER_DAMAGED, dialect.name() + ", which is empty");
                }
                Migrations.OURS.run(dialect);
            }
            return new Store(
                    new Opening(
                            folder,
                            dialect,
                            true,
                            readOnly,
                            toRead,
                            null,
                            pace,
                            claimTime.apply(dialect),
                            Passphrases.none()),
                    wallTime);
        } catch (RuntimeException e) {
            dialect.close();
            throw e;
        }
    }

    private static int schemaVersion(Dialect dialect) {
        return asked(dialect, dialect::schemaVersion);
    }

    /** Machines whose clocks differ agree on the server's: one that is ahead would take a claim for lost that is alive. */
    private static InstantSource serverTime(PostgresDialect dialect, InstantSource wallTime) {
        Duration ahead =
                asked(dialect, connection -> Duration.between(wallTime.instant(), PostgresDialect.now(connection)));
        return () -> wallTime.instant().plus(ahead);
    }

    private static boolean isReadOnly(PostgresDialect dialect) {
        return asked(dialect, PostgresDialect::isReadOnly);
    }

    private static <T> T asked(Dialect dialect, Database.Work<T> work) {
        return dialect.undisturbed(() -> {
            try (Connection connection = dialect.dataSource().getConnection()) {
                return work.with(connection);
            } catch (SQLException e) {
                throw dialect.failure("Opening " + dialect.name(), e);
            }
        });
    }

    /** {@link #openToRead(StoreLocation, InstantSource)} for a store in that folder. */
    public static Store openToRead(Path dataFolder, InstantSource wallTime) {
        return openToRead(StoreLocation.inFolder(dataFolder), wallTime);
    }

    /**
     * Opens the store to read it: as {@link #open} does where it may be written; else without leaving anything in it, and then whatever
     * would write is refused.
     *
     * @throws StoreException when it cannot be used, with the remedy
     */
    public static Store openToRead(StoreLocation location, InstantSource wallTime) {
        return openToRead(location, wallTime, Passphrases.none());
    }

    /** The same, where the vault may be encrypted. */
    public static Store openToRead(StoreLocation location, InstantSource wallTime, Passphrases passphrases) {
        return switch (location) {
            case StoreLocation.InFolder(Path path) -> {
                DataFolder folder = new DataFolder(path);
                yield folder.isWritable()
                        ? open(location, wallTime, passphrases)
                        : openReadOnly(folder, wallTime, passphrases);
            }
            case StoreLocation.OnServer server ->
                openServer(server, wallTime, ClaimPace.USUAL, dialect -> serverTime(dialect, wallTime), true);
        };
    }

    static Store openReadOnly(DataFolder folder, InstantSource wallTime, Passphrases passphrases) {
        ReadOnlyDatabase found = folder.setUpToRead();
        return new Store(
                new Opening(folder, found.dialect(), false, true, true, found, ClaimPace.USUAL, wallTime, passphrases),
                wallTime);
    }

    /** Whether the folder or the server cannot be written, so that it is only read. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /**
     * What can be verified of a folder that could not be opened, or not be read to the end, because its database is damaged. The database
     * is the first fault.
     */
    public static Verification verifyRemains(Path dataFolder, StoreException damaged, Passphrases passphrases) {
        return new Remains(new DataFolder(dataFolder.toAbsolutePath().normalize()), passphrases).verify(damaged);
    }

    public RunJournal journal() {
        return journal;
    }

    public CustodyLog custody() {
        return custody;
    }

    public EvidenceVault vault() {
        return vault;
    }

    /** Whether the vault is encrypted, and how it becomes so. */
    public VaultEncryption encryption() {
        return encryption;
    }

    public RetentionSetting retention() {
        return retention;
    }

    public IncidentRuns runs() {
        return runs;
    }

    public Rechecks rechecks() {
        return rechecks;
    }

    public KnownTenants tenants() {
        return tenants;
    }

    public LogRecords records() {
        return records;
    }

    public LogCollections collections() {
        return collections;
    }

    public StoreVerifier verifier() {
        return verifier;
    }

    public ChainReader chains() {
        return chains;
    }

    @Override
    public void close() {
        database.close();
        if (copy != null) {
            copy.close();
        }
    }
}
