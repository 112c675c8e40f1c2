package dev.cordon.store;

import dev.cordon.evidence.Fixity;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.store.ChainCheck.WrittenReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares the report files with the digests that the custody log has of them, and gives out the heads they carry as anchors. A report's
 * digest is recorded before the file is put in its place, so a report that no entry knows means that the entries were cut off. For one
 * thread.
 */
final class ReportCheck {
    /** Beside a file's own name: its next version, whose digest is recorded already or is about to be. */
    private static final String NEXT = ".new";

    private static final String CUT_OFF = ".part";

    /** Where Cordon puts reports, on whatever system that was. */
    private static final Pattern IN_DATA_FOLDER =
            Pattern.compile("(?s).*[/\\\\]reports[/\\\\]([^/\\\\]+)[/\\\\](report\\.[^/\\\\]+)");

    private final DataFolder folder;
    private final boolean shared;
    private final List<Fault> faults;
    private final List<Remark> remarks;
    private final Set<Path> known = new HashSet<>();
    private final Map<Path, Versions> versions = new LinkedHashMap<>();

    /** The digests that a file had, the newest last, and the entry that recorded the newest. */
    private record Versions(List<Digest> digests, String entry) {
        Versions and(Digest digest, String newer) {
            List<Digest> all = new ArrayList<>(digests);
            all.add(digest);
            return new Versions(all, newer);
        }

        Digest newest() {
            return digests.getLast();
        }
    }

    /**
     * A check that adds to the lists.
     *
     * @param shared whether other machines write reports of the same incidents, each into its own data folder
     */
    ReportCheck(DataFolder folder, boolean shared, List<Fault> faults, List<Remark> remarks) {
        this.folder = folder;
        this.shared = shared;
        this.faults = faults;
        this.remarks = remarks;
    }

    /** Takes in the reports that entries name by their paths alone. */
    ReportCheck named(List<String> paths) {
        paths.forEach(path -> locate(path).ifPresent(known::add));
        return this;
    }

    /** Takes in the reports whose digests are recorded. */
    ReportCheck written(List<WrittenReport> reports) {
        for (WrittenReport report : reports) {
            report.files()
                    .forEach((path, digest) -> locate(path).ifPresent(file -> {
                        known.add(file);
                        versions.put(
                                file,
                                versions.getOrDefault(file, new Versions(List.of(), report.entry()))
                                        .and(digest, report.entry()));
                    }));
        }
        return this;
    }

    /**
     * The data folder may have been moved or copied since: a report that lay in a data folder is looked for in this one, and the one that it
     * was copied from says nothing of it. Where several machines share a store, another one's folder is another place.
     */
    private Optional<Path> locate(String recorded) {
        try {
            Matcher inDataFolder = IN_DATA_FOLDER.matcher(recorded);
            if (!inDataFolder.matches()) {
                return Optional.of(Path.of(recorded));
            }
            Path here = folder.reports().resolve(inDataFolder.group(1)).resolve(inDataFolder.group(2));
            boolean isHere = !shared || Files.exists(here, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(isHere ? here : Path.of(recorded));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private void remarkOutside(Path file) {
        if (!file.startsWith(folder.path()) && Files.exists(file)) {
            remarks.add(
                    new Remark(
                            file.toString(),
                            "This report file lies outside the data folder: it was compared there, and a copy of the folder is without it."));
        }
    }

    /** How many files have a digest to be compared with. */
    long files() {
        return versions.size();
    }

    /** Compares every file, names what nobody knows, and returns the anchors that the files carry. */
    List<ChainCheck.Anchor> compare() {
        versions.forEach(this::compare);
        versions.keySet().forEach(this::remarkOutside);
        List<ChainCheck.Anchor> anchors = new ArrayList<>();
        List<Path> lying = lying();
        lying.stream().filter(file -> !known.contains(file)).forEach(this::unknown);
        Stream.concat(known.stream(), lying.stream())
                .distinct()
                .sorted()
                .forEach(file -> anchors.addAll(anchorsIn(file)));
        return anchors;
    }

    private void compare(Path file, Versions recorded) {
        Optional<Digest> actual = digest(file);
        if (actual.filter(recorded.newest()::equals).isPresent()) {
            return;
        }
        boolean isNextThere =
                digest(next(file)).filter(recorded.newest()::equals).isPresent();
        if (isNextThere && actual.map(recorded.digests()::contains).orElse(true)) {
            remarks.add(new Remark(
                    folder.name(file),
                    "The writing of this report was cut off just before the new version was put in place; it lies beside it."
                            + " 'cordon report' writes it again."));
            return;
        }
        if (PlainFile.isSomethingElse(file) && file.startsWith(folder.path())) {
            return; // named as unreadable where its anchors are looked for
        }
        if (shared && actual.map(recorded.digests()::contains).orElse(true)) {
            remarks.add(
                    new Remark(
                            folder.name(file),
                            actual.isEmpty()
                                    ? "This report is not on this machine, so it could not be compared: another one wrote it, or it was taken away."
                                    : "An older version of the report: the newest was written on another machine, or was taken away here."));
            return;
        }
        faults.add(Fault.inFile(
                folder.name(file),
                "SHA-256 " + recorded.newest() + ", as " + recorded.entry() + " says",
                actual.map(digest -> "SHA-256 " + digest).orElse("no file"),
                actual.map(
                                        digest -> recorded.digests().contains(digest)
                                                ? "An older version of the report was put in the place of the newest, or the newest is lost."
                                                : "The report was changed after it was written, or the entry about its writing was cut off.")
                                .orElse("The report was deleted or moved away.")
                        + " 'cordon report' writes it anew from the journal."));
    }

    private static Path next(Path file) {
        return file.resolveSibling(file.getFileName() + NEXT);
    }

    private static Optional<Digest> digest(Path file) {
        try (InputStream bytes = PlainFile.open(file)) {
            return Optional.of(Fixity.of(bytes).sha256());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private void unknown(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(NEXT) || name.endsWith(CUT_OFF)) {
            remarks.add(new Remark(folder.name(file), "No report: the writing of one was cut off. It may be deleted."));
        } else if (!Files.isDirectory(file)) {
            faults.add(Fault.inFile(
                    folder.name(file),
                    "an entry that says it was written",
                    "no such entry",
                    "The report lies here and no entry knows of it: the entries since it was written were cut off, or somebody"
                            + " put it here."));
        }
    }

    /** Every report in the data folder: where the entries that name it were cut off, it still anchors what it was written from. */
    private List<Path> lying() {
        Path reports = folder.reports();
        if (!Files.exists(reports, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        if (!Files.isDirectory(reports)) {
            faults.add(unreadable("something else"));
            return List.of();
        }
        try (Stream<Path> files = Files.walk(reports, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith("report."))
                    .toList();
        } catch (IOException | UncheckedIOException _) {
            faults.add(unreadable("a folder that cannot be read"));
            return List.of();
        }
    }

    private static Fault unreadable(String actual) {
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
    private List<ChainCheck.Anchor> anchorsIn(Path report) {
        try (InputStream bytes = PlainFile.open(report)) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
            Map<Chain, ChainHead> last = new EnumMap<>(Chain.class);
            ChainHead.findAll(text).forEach(head -> last.put(head.chain(), head));
            return last.values().stream()
                    .map(head -> new ChainCheck.Anchor(head, report.toString()))
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of(); // its heads stand in journal and custody as well
        } catch (IOException _) {
            if (!report.startsWith(folder.path())) {
                return List.of(); // written when the folder lay there; what lies here is read beside it
            }
            faults.add(Fault.inFile(
                    folder.name(report),
                    "a readable report",
                    PlainFile.isSomethingElse(report) ? PlainFile.kind(report) : "something that cannot be read",
                    "The report is there and cannot be read, so what it anchors could not be compared."));
            return List.of();
        }
    }
}
