package dev.cordon.store;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.evidence.verification.StoreVerifier;
import dev.cordon.evidence.verification.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verifies the database, the vault, {@code heads} and the reports against each other. */
final class SqlStoreVerifier implements StoreVerifier {
    private final Database database;
    private final DataFolder folder;

    SqlStoreVerifier(Database database, DataFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    @Override
    public Verification verify(List<ChainHead> given) {
        Verification seen = look(given);
        // A report may have been written between the look at the entries and the look at its file: a second look tells.
        return seen.faults().stream().anyMatch(fault -> fault.path().isPresent()) ? look(given) : seen;
    }

    private Verification look(List<ChainHead> given) {
        List<Fault> faults = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        // Before the database: heads is written after each commit, so what it says now must be in what is read next.
        Optional<List<ChainHead>> heads = Heads.read(folder.heads());
        if (heads.isEmpty()) {
            faults.add(Fault.inFile(
                    "heads",
                    "the heads of both chains",
                    Files.exists(folder.heads()) ? "something else" : "no file",
                    "The anchor of both chains was removed or changed."));
        }
        VaultCheck vault = new VaultCheck(folder.vault(), faults, remarks);
        List<Path> lying = vault.lying();
        return database.readApart("Verifying the store", connection -> {
            database.dialect().missingGuards(connection).forEach(guard -> faults.add(missing(guard)));
            ChainCheck journal = new ChainCheck(Chain.JOURNAL, faults).read(connection);
            ChainCheck custody = new ChainCheck(Chain.CUSTODY, faults).read(connection);
            ReportCheck reports = new ReportCheck(folder, faults, remarks)
                    .named(journal.reports())
                    .named(custody.reports())
                    .written(custody.written());
            List<ChainCheck.Anchor> anchors = new ArrayList<>();
            heads.ifPresent(found -> found.forEach(head -> anchors.add(new ChainCheck.Anchor(head, "heads"))));
            given.forEach(head -> anchors.add(new ChainCheck.Anchor(head, "the given anchor")));
            anchors.addAll(journal.anchors());
            anchors.addAll(custody.anchors());
            anchors.addAll(reports.compare());
            anchors.forEach(anchor -> checkOf(anchor, journal, custody).compare(anchor));
            vault.compare(custody.exhibits(), lying);
            return new Verification(
                    custody.exhibits().size(), journal.entries(), custody.entries(), reports.files(), faults, remarks);
        });
    }

    private static ChainCheck checkOf(ChainCheck.Anchor anchor, ChainCheck journal, ChainCheck custody) {
        return switch (anchor.head().chain()) {
            case JOURNAL -> journal;
            case CUSTODY -> custody;
        };
    }

    private static Fault missing(String guard) {
        return Fault.inFile(
                "cordon.db",
                "the guard " + guard,
                "no such guard",
                "Somebody took away what keeps the database from being changed.");
    }
}
