package dev.cordon.store;

import dev.cordon.evidence.CustodyLog;
import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.verification.StoreVerifier;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.procedure.journal.RunJournal;
import dev.cordon.procedure.schedule.IncidentRuns;
import dev.cordon.procedure.schedule.Rechecks;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept, in one data folder: {@code cordon.db}, {@code vault/}, {@code heads}.
 *
 * <p>Safe for many threads; any number of processes may have the same folder open. Closing it waits for what is being written.
 */
public final class Store implements AutoCloseable {
    private final Database database;
    private final RunJournal journal;
    private final CustodyLog custody;
    private final EvidenceVault vault;
    private final IncidentRuns runs;
    private final Rechecks rechecks;
    private final KnownTenants tenants;
    private final StoreVerifier verifier;
    private final @Nullable ReadOnlyDatabase readOnly;

    private Store(DataFolder folder, Dialect dialect, InstantSource wallTime, @Nullable ReadOnlyDatabase readOnly) {
        this.readOnly = readOnly;
        this.database = new Database(dialect);
        Heads heads = new Heads(database, folder.heads());
        Claims claims = new Claims(dialect, wallTime);
        this.journal = new SqlRunJournal(new ChainTable(database, heads, Chain.JOURNAL), wallTime);
        this.custody = new SqlCustodyLog(new ChainTable(database, heads, Chain.CUSTODY), wallTime);
        this.vault = new FileVault(folder.vault(), custody);
        this.runs = new SqlIncidentRuns(claims, wallTime);
        this.rechecks = new SqlRechecks(claims);
        this.tenants = new KnownTenants(database);
        this.verifier = new SqlStoreVerifier(database, folder);
    }

    /**
     * Opens the folder, creating what is missing.
     *
     * @param dataFolder the folder; need not exist
     * @param wallTime this machine's clock
     * @throws StoreException when it cannot be used, with the remedy
     */
    public static Store open(Path dataFolder, InstantSource wallTime) {
        DataFolder folder = new DataFolder(dataFolder.toAbsolutePath().normalize());
        Dialect dialect = new SqliteDialect(folder.database());
        folder.setUp(dialect);
        return new Store(folder, dialect, wallTime, null);
    }

    /**
     * Opens the folder to read it: as {@link #open} does where it may be written; else without leaving anything in it, and then whatever
     * would write is refused.
     *
     * @throws StoreException when it cannot be used, with the remedy
     */
    public static Store openToRead(Path dataFolder, InstantSource wallTime) {
        DataFolder folder = new DataFolder(dataFolder.toAbsolutePath().normalize());
        return folder.isWritable() ? open(dataFolder, wallTime) : openReadOnly(folder, wallTime);
    }

    static Store openReadOnly(DataFolder folder, InstantSource wallTime) {
        ReadOnlyDatabase found = folder.setUpToRead();
        return new Store(folder, found.dialect(), wallTime, found);
    }

    /** Whether the folder cannot be written, so that it is only read. */
    public boolean isReadOnly() {
        return readOnly != null;
    }

    /**
     * What can be verified of a folder that could not be opened, or not be read to the end, because its database is damaged. The database
     * is the first fault.
     */
    public static Verification verifyRemains(Path dataFolder, StoreException damaged) {
        return new Remains(new DataFolder(dataFolder.toAbsolutePath().normalize())).verify(damaged);
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

    public IncidentRuns runs() {
        return runs;
    }

    public Rechecks rechecks() {
        return rechecks;
    }

    public KnownTenants tenants() {
        return tenants;
    }

    public StoreVerifier verifier() {
        return verifier;
    }

    @Override
    public void close() {
        database.close();
        if (readOnly != null) {
            readOnly.close();
        }
    }
}
