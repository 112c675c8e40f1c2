package dev.cordon.store;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.attestation.AttestationVerifier;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.verification.Attestation;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.InProgress;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.evidence.verification.StoreVerifier;
import dev.cordon.evidence.verification.TrustedRoots;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.incident.IncidentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies the database, the vault, {@code heads} and the reports against each other. */
final class SqlStoreVerifier implements StoreVerifier {
    private final Database database;
    private final DataFolder folder;
    private final SealedBytes sealed;
    private final boolean shared;
    private final Runnable isWhole;

    /**
     * A verifier that changes nothing.
     *
     * @param shared whether other machines write to the same database
     * @param isWhole moves the anchor of this machine on to what others wrote; run only when no fault was found
     */
    SqlStoreVerifier(Database database, DataFolder folder, SealedBytes sealed, boolean shared, Runnable isWhole) {
        this.database = database;
        this.folder = folder;
        this.sealed = sealed;
        this.shared = shared;
        this.isWhole = isWhole;
    }

    @Override
    public Verification verify(List<ChainHead> given, TrustedRoots roots) {
        Verification seen = look(given, roots);
        // A report may have been written between the look at the entries and the look at its file: a second look tells.
        Verification last =
                seen.faults().stream().anyMatch(fault -> fault.path().isPresent()) ? look(given, roots) : seen;
        if (shared && last.faults().isEmpty()) {
            isWhole.run();
        }
        return last;
    }

    private Verification look(List<ChainHead> given, TrustedRoots roots) {
        List<Fault> faults = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        List<InProgress> inProgress = new ArrayList<>();
        // Before the database: heads is written after each commit, so what it says now must be in what is read next.
        Optional<List<ChainHead>> heads = Heads.read(folder.heads());
        if (heads.isEmpty()) {
            faults.add(anchorGone("heads", headsFound(folder.heads())));
        }
        if (!shared) {
            library().ifPresent(faults::add);
        }
        VaultCheck vault = new VaultCheck(sealed, shared ? "no row" : "no file", faults, remarks);
        List<String> lying = vault.lying();
        return database.readApart("Verifying the store", connection -> {
            database.dialect()
                    .brokenGuards(connection)
                    .forEach(guard -> faults.add(guard.in(database.dialect().name())));
            database.dialect()
                    .strangers(connection)
                    .forEach(stranger -> faults.add(stranger(database.dialect().name(), stranger)));
            ChainCheck journal = new ChainCheck(Chain.JOURNAL, faults).read(connection);
            ChainCheck custody = new ChainCheck(Chain.CUSTODY, faults).read(connection);
            ReportCheck reports = new ReportCheck(folder, shared, faults, remarks)
                    .named(journal.reports())
                    .named(custody.reports())
                    .written(custody.written());
            List<ChainCheck.Anchor> anchors = new ArrayList<>();
            heads.ifPresent(found -> found.forEach(head -> anchors.add(new ChainCheck.Anchor(head, "heads"))));
            List<ChainHead> kept = shared ? database.dialect().heads(connection) : List.of();
            kept.forEach(head -> anchors.add(new ChainCheck.Anchor(head, "the table heads")));
            if (shared && (isMissed(journal, kept) || isMissed(custody, kept))) {
                faults.add(anchorGone("the table heads", "no head"));
            }
            given.forEach(head -> anchors.add(new ChainCheck.Anchor(head, "the given anchor")));
            anchors.addAll(journal.anchors());
            anchors.addAll(custody.anchors());
            anchors.addAll(reports.compare());
            anchors.forEach(anchor -> checkOf(anchor, journal, custody).compare(anchor));
            long read = vault.compare(custody.exhibits(), custody.tombstones(), lying);
            KeptAlerts alerts = new KeptAlerts(connection, journal.work());
            long rows = new RecordsCheck(connection, sealed, alerts, faults, remarks, inProgress)
                    .compare(custody.exhibits(), vault.whole(), custody.tombstones(), journal.imports());
            work(connection, journal, custody, faults, inProgress);
            remarks.addAll(OpenToOthers.remarks(folder, custody.exhibits()));
            List<Attestation> stamps = new StampCheck(sealed, new AttestationVerifier(roots), faults)
                    .check(custody.stamped(), custody.exhibits(), custody.tombstones());
            return new Verification(
                    read,
                    journal.entries(),
                    custody.entries(),
                    reports.files(),
                    faults,
                    remarks,
                    stamps,
                    vault.notRead(),
                    rows,
                    inProgress,
                    Unvouched.inStore(shared));
        });
    }

    /** Holds the tables of work against the entries that say the same. */
    private void work(
            Connection connection,
            ChainCheck journal,
            ChainCheck custody,
            List<Fault> faults,
            List<InProgress> inProgress)
            throws SQLException {
        TakenClaims claims = TakenClaims.read(connection);
        Set<IncidentId> emptied = custody.exhibits().stream()
                .filter(exhibit -> custody.tombstones().find(exhibit.id()).isPresent())
                .map(Exhibit::incident)
                .collect(Collectors.toSet());
        new CollectionsCheck(connection, claims, faults, inProgress).look(journal.work(), emptied);
        new RechecksCheck(journal.work(), custody.anchored(), faults, inProgress)
                .compare(connection, database.dialect(), claims);
        TenantsCheck.look(connection, journal.work(), faults);
    }

    private static ChainCheck checkOf(ChainCheck.Anchor anchor, ChainCheck journal, ChainCheck custody) {
        return switch (anchor.head().chain()) {
            case JOURNAL -> journal;
            case CUSTODY -> custody;
        };
    }

    private static boolean isMissed(ChainCheck chain, List<ChainHead> kept) {
        return chain.entries() > 0 && kept.stream().noneMatch(head -> head.chain() == chain.chain());
    }

    private static String headsFound(Path heads) {
        if (PlainFile.isSomethingElse(heads)) {
            return PlainFile.kind(heads);
        }
        return Files.exists(heads) ? "something else" : "no file";
    }

    private Optional<Fault> library() {
        try {
            return NativeLibrary.changed(folder.nativeLibrary())
                    .map(
                            library -> Fault.inFile(
                                    folder.name(library),
                                    "the library that Cordon brings along",
                                    "another one",
                                    "Cordon runs what lies there: somebody changed it, and what this or any other command said since is not to"
                                            + " be believed. Take the folder native away and verify again: it is unpacked anew."));
        } catch (IOException e) {
            return Optional.of(Fault.inFile(
                    folder.name(folder.nativeLibrary()),
                    "the library that Cordon brings along",
                    "what cannot be read: "
                            + StoreException.of("Reading the library", folder.nativeLibrary(), e)
                                    .found(),
                    "Nobody can say whether it is the one that Cordon brings along, which it runs. Take the folder native away and verify"
                            + " again: it is unpacked anew."));
        }
    }

    private static Fault anchorGone(String name, String actual) {
        return Fault.inFile(
                name, "the heads of both chains", actual, "The anchor of both chains was removed or changed.");
    }

    private static Fault stranger(String database, String stranger) {
        return Fault.inFile(
                database,
                "nothing that Cordon did not make",
                stranger,
                "Somebody put into the database what changes its rows, or shows others, when Cordon writes or reads.");
    }
}
