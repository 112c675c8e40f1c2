package dev.cordon.store;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.StoreVerifier;
import dev.cordon.evidence.verification.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        List<Fault> faults = new ArrayList<>();
        // Before the database: heads is written after each commit, so what it says now must be in what is read next.
        Optional<List<ChainHead>> heads = Heads.read(folder.heads());
        if (heads.isEmpty()) {
            faults.add(Fault.inFile(
                    "heads",
                    "the heads of both chains",
                    Files.exists(folder.heads()) ? "something else" : "no file",
                    "The anchor of both chains was removed or changed."));
        }
        return database.readApart("Verifying the store", connection -> {
            database.dialect().missingGuards(connection).forEach(guard -> faults.add(missing(guard)));
            ChainCheck journal = new ChainCheck(Chain.JOURNAL, faults).read(connection);
            ChainCheck custody = new ChainCheck(Chain.CUSTODY, faults).read(connection);
            List<ChainCheck.Anchor> anchors = new ArrayList<>();
            heads.ifPresent(found -> found.forEach(head -> anchors.add(new ChainCheck.Anchor(head, "heads"))));
            given.forEach(head -> anchors.add(new ChainCheck.Anchor(head, "the given anchor")));
            anchors.addAll(journal.anchors());
            anchors.addAll(custody.anchors());
            Stream.of(journal.reports(), custody.reports(), reportsLyingHere(faults))
                    .flatMap(List::stream)
                    .distinct()
                    .forEach(report -> anchors.addAll(anchorsIn(report, faults)));
            anchors.forEach(anchor -> checkOf(anchor, journal, custody).compare(anchor));
            custody.exhibits().forEach(exhibit -> check(exhibit, faults));
            return new Verification(custody.exhibits().size(), journal.entries(), custody.entries(), faults);
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

    /** Every report in the data folder: where the entries that name it were cut off, it still anchors what it was written from. */
    private List<String> reportsLyingHere(List<Fault> faults) {
        Path reports = folder.path().resolve("reports");
        if (!Files.exists(reports, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        if (!Files.isDirectory(reports)) {
            faults.add(unreadableReports("something else"));
            return List.of();
        }
        try (Stream<Path> files = Files.walk(reports, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith("report."))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            faults.add(unreadableReports("a folder that cannot be read"));
            return List.of();
        }
    }

    private static Fault unreadableReports(String actual) {
        return Fault.inFile(
                "reports",
                "a readable folder",
                actual,
                "The reports lying here could not all be read, so an end that only they anchor may have been cut off unseen.");
    }

    /**
     * The heads printed at the end of a report, if it is still where it was written. Only the last of each chain counts: what stands before
     * the end may quote an attacker.
     */
    private List<ChainCheck.Anchor> anchorsIn(String report, List<Fault> faults) {
        try {
            String text = Files.readString(Path.of(report), StandardCharsets.ISO_8859_1);
            Map<Chain, ChainHead> last = new EnumMap<>(Chain.class);
            ChainHead.findAll(text).forEach(head -> last.put(head.chain(), head));
            return last.values().stream()
                    .map(head -> new ChainCheck.Anchor(head, report))
                    .toList();
        } catch (NoSuchFileException | InvalidPathException _) {
            return List.of(); // moved away or handed over: its heads stand in journal and custody as well
        } catch (IOException _) {
            if (!Path.of(report).startsWith(folder.path())) {
                return List.of(); // written when the folder lay there; what lies here is read beside it
            }
            faults.add(Fault.inFile(
                    name(report),
                    "a readable report",
                    "something that cannot be read",
                    "The report is there and cannot be read, so what it anchors could not be compared."));
            return List.of();
        }
    }

    private String name(String report) {
        Path path = Path.of(report);
        return path.startsWith(folder.path()) ? folder.path().relativize(path).toString() : report;
    }

    private void check(Exhibit exhibit, List<Fault> faults) {
        String name = "vault/" + exhibit.sha256();
        String meaning = exhibit.id() + " (" + exhibit.kind() + ", " + exhibit.incident() + ") is damaged.";
        try {
            byte[] bytes =
                    Files.readAllBytes(folder.vault().resolve(exhibit.sha256().hex()));
            compare(name, exhibit.size() + " bytes", bytes.length + " bytes", meaning, faults);
            compare(name, "SHA-256 " + exhibit.sha256(), "SHA-256 " + Digest.sha256(bytes), meaning, faults);
            compare(name, "SHA-512 " + exhibit.sha512(), "SHA-512 " + Digest.sha512(bytes), meaning, faults);
        } catch (NoSuchFileException _) {
            faults.add(Fault.inFile(name, exhibit.size() + " bytes", "no file", meaning));
        } catch (IOException _) {
            faults.add(Fault.inFile(name, "a readable file", "a file that cannot be read", meaning));
        }
    }

    private static void compare(String name, String expected, String actual, String meaning, List<Fault> faults) {
        if (!expected.equals(actual)) {
            faults.add(Fault.inFile(name, expected, actual, meaning));
        }
    }
}
