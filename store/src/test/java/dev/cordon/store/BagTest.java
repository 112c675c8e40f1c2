package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.attestation.KeyPassword;
import dev.cordon.evidence.attestation.ManifestSigner;
import dev.cordon.evidence.attestation.SigningKeyException;
import dev.cordon.evidence.attestation.TestingAuthority;
import dev.cordon.evidence.bag.BagSeals;
import dev.cordon.evidence.bag.BagVerification;
import dev.cordon.evidence.bag.BagVerifier;
import dev.cordon.evidence.bag.BagWriter;
import dev.cordon.evidence.bag.NoBagException;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import gov.loc.repository.bagit.exceptions.CorruptChecksumException;
import gov.loc.repository.bagit.reader.BagReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The bag of an incident: what is in it, that others can check it, and that whatever is changed in it is found and named. */
class BagTest {
    private static final TestingAuthority AUTHORITY = TestingAuthority.named("CN=Root");

    private static Path original = Path.of("");
    private static Path bag = Path.of("");

    @BeforeContainer
    static void write_one_store_and_one_bag() throws IOException {
        original = Files.createTempDirectory("cordon-bag");
        try (Store store = Store.open(original.resolve("data"), OpenStores.WALL_TIME)) {
            fill(store);
            bag = original.resolve("bag");
            write(store, bag, false, Audience.FULL);
        }
    }

    @AfterContainer
    static void take_both_away() throws IOException {
        removeAll(original);
    }

    private static void fill(Store store) throws IOException {
        store.vault().seal(Acquisitions.INCIDENT, Acquisitions.inboxRules());
        store.vault().seal(Acquisitions.OTHER_INCIDENT, Acquisitions.of("inbox-rules", "{\"of\": \"another\"}"));
        store.vault()
                .seal(
                        Acquisitions.INCIDENT,
                        Acquisitions.of(
                                "sign-ins",
                                "[{\"who\":\"=HYPERLINK(1)\",\"n\":-5},{\"who\":\"a;=1+1\",\"more\":[1]}]"));
        store.vault().seal(Acquisitions.INCIDENT, binary("../../evil\u202e.exe", "text/html; charset=utf-8"));
        store.vault().seal(Acquisitions.INCIDENT, Acquisitions.of("auto-reply", "{\"value\": []}"));
        store.journal()
                .append(
                        Acquisitions.OTHER_INCIDENT,
                        JournalEntries.AT,
                        JournalEntries.ANNA,
                        new CaseEntry.NoteAdded("somebody else's trouble"));
        JournalEntries.everyKind()
                .forEach(entry ->
                        store.journal().append(Acquisitions.INCIDENT, JournalEntries.AT, JournalEntries.ANNA, entry));
        store.custody()
                .append(
                        Acquisitions.INCIDENT,
                        new CustodyEvent.Anchored(store.journal().head()));
    }

    private static Acquisition binary(String kind, String mediaType) {
        return new Acquisition(
                kind, "someone", "file", Optional.empty(), Acquisitions.ACQUIRED_AT, mediaType, new byte[] {
                    0, 1, 2, (byte) 0xFF, '\n', '\r'
                });
    }

    private static BagWriter.Written write(Store store, Path target, boolean zip, Audience audience) {
        return Bags.write(store, target, zip, audience, BagSeals.none());
    }

    @Example
    void an_untouched_bag_verifies_without_the_store_and_says_what_was_checked() {
        BagVerification verified = BagVerifier.verify(bag);

        assertThat(verified.verification().faults()).isEmpty();
        assertThat(verified.verification().exhibits()).isEqualTo(4);
        assertThat(verified.verification().journalEntries())
                .isEqualTo(JournalEntries.everyKind().size());
        assertThat(verified.verification().custodyEntries()).isEqualTo(5);
        assertThat(verified.placesOnly()).isEqualTo(2);
        assertThat(verified.verification().notVouchedFor())
                .singleElement()
                .satisfies(
                        unvouched -> assertThat(unvouched.meaning()).startsWith("the dates, owners and permissions"));
        assertThat(verified.verification().remarks()).hasSize(2);
        assertThat(verified.incident()).contains(Acquisitions.INCIDENT.value());
    }

    @Example
    void holds_the_bytes_as_received_under_names_nobody_chose_and_nothing_of_another_incident() throws IOException {
        List<String> names = names(bag);

        assertThat(names)
                .contains(
                        "data/exhibits/E-000001-inbox-rules.json",
                        "data/exhibits/E-000003-sign-ins.json",
                        "data/exhibits/E-000004-evil-exe.txt",
                        "data/readable/E-000001-inbox-rules.json",
                        "data/readable/E-000003-sign-ins.csv");
        assertThat(Files.readAllBytes(bag.resolve("data/exhibits/E-000001-inbox-rules.json")))
                .isEqualTo(Acquisitions.inboxRules().bytes());
        assertThat(Files.readString(bag.resolve("data/readable/E-000003-sign-ins.csv")))
                .isEqualTo("\"who\",\"n\",\"more\"\r\n\"'=HYPERLINK(1)\",\"-5\",\"\"\r\n\"a;'=1+1\",\"\",\"[1]\"\r\n");
        assertThat(Files.readString(bag.resolve("data/redactions.csv"))).hasLineCount(1);
        for (String name : names) {
            String text = Files.readString(bag.resolve(name), StandardCharsets.ISO_8859_1);
            assertThat(text).as(name).doesNotContain("somebody else's trouble", "\"of\": \"another\"");
            if (!name.startsWith("data/exhibits/")) {
                assertThat(text).as(name).doesNotContain("\u001b");
            }
        }
        assertThat(Files.readString(bag.resolve("bag-info.txt"))).containsOnlyOnce("\nPayload-Oxum: ");
    }

    @Example
    void a_stranger_checks_it_with_sha256sum_and_nothing_else() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")), "there is no sha256sum here");
        for (String manifest : List.of("manifest-sha256.txt", "tagmanifest-sha256.txt")) {
            assertThat(sha256sum(bag, manifest)).as(manifest).isZero();
        }
        Path spoilt = copy("spoilt");
        Files.writeString(spoilt.resolve("data/README.txt"), "changed");
        assertThat(sha256sum(spoilt, "manifest-sha256.txt")).isNotZero();
        removeAll(spoilt);
    }

    private static int sha256sum(Path folder, String list) throws Exception {
        Process process = new ProcessBuilder("/usr/bin/sha256sum", "--strict", "--quiet", "-c", list)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Example
    void a_public_implementation_accepts_it() throws Exception {
        try (var verifier = new gov.loc.repository.bagit.verify.BagVerifier()) {
            verifier.isValid(new BagReader().read(bag), false);
        }
        Path spoilt = copy("spoilt");
        Files.writeString(spoilt.resolve("data/README.txt"), "changed");
        try (var verifier = new gov.loc.repository.bagit.verify.BagVerifier()) {
            assertThatThrownBy(() -> verifier.isValid(new BagReader().read(spoilt), false))
                    .isInstanceOf(CorruptChecksumException.class);
        } finally {
            removeAll(spoilt);
        }
    }

    @Property(tries = 120)
    void any_changed_byte_is_found_and_named(
            @ForAll @IntRange(min = 0, max = 1_000_000) int file,
            @ForAll @IntRange(min = 0, max = 10_000_000) int at,
            @ForAll @IntRange(min = 1, max = 255) int by)
            throws IOException {
        List<String> names = names(bag);
        String name = names.get(file % names.size());
        tampered(
                copy -> {
                    byte[] bytes = Files.readAllBytes(copy.resolve(name));
                    if (bytes.length == 0) {
                        bytes = new byte[] {1};
                    } else {
                        bytes[at % bytes.length] ^= (byte) by;
                    }
                    Files.write(copy.resolve(name), bytes);
                },
                name);
    }

    @Property(tries = 60)
    void any_removed_added_or_renamed_file_is_found_and_named(
            @ForAll @IntRange(min = 0, max = 1_000_000) int file, @ForAll @IntRange(min = 0, max = 2) int what)
            throws IOException {
        List<String> names = names(bag);
        String name = names.get(file % names.size());
        String other = name + "x";
        switch (what) {
            case 0 -> tampered(copy -> Files.delete(copy.resolve(name)), name);
            case 1 -> tampered(copy -> Files.copy(copy.resolve(name), copy.resolve(other)), other);
            default -> {
                tampered(copy -> Files.move(copy.resolve(name), copy.resolve(other)), name);
                tampered(copy -> Files.move(copy.resolve(name), copy.resolve(other)), other);
            }
        }
    }

    /** Also when whoever cut it off has written every list anew: only the anchor tells then. */
    @Property(tries = 40)
    void any_end_that_is_cut_off_is_found_though_all_lists_are_made_anew(
            @ForAll boolean isJournal, @ForAll @IntRange(min = 1, max = 1000) int lines) throws IOException {
        String chain = isJournal ? "journal" : "custody";
        String name = "data/" + chain + ".jsonl";
        List<String> whole = Files.readAllLines(bag.resolve(name));
        int kept = whole.size() - 1 - lines % whole.size();
        List<Fault> faults = faults(copy -> {
            Files.write(copy.resolve(name), whole.subList(0, Math.max(0, kept)));
            listAnew(copy);
        });
        assertThat(faults)
                .anyMatch(fault -> fault.entry().orElse("").equals(chain + " " + (Math.max(0, kept) + 1))
                        && fault.meaning().contains("cut off"));
        assertThat(faults).noneMatch(fault -> fault.path().orElse("").equals(name));
    }

    @Property(tries = 60)
    void any_changed_value_of_an_entry_is_found_though_all_lists_are_made_anew(
            @ForAll boolean isJournal,
            @ForAll @IntRange(min = 0, max = 1000) int line,
            @ForAll @IntRange(min = 0, max = 99) int member)
            throws IOException {
        String chain = isJournal ? "journal" : "custody";
        Path file = bag.resolve("data/" + chain + ".jsonl");
        List<String> whole = Files.readAllLines(file);
        int at = line % whole.size();
        String changed = change(whole.get(at), member);
        List<Fault> faults = faults(copy -> {
            List<String> lines = new ArrayList<>(whole);
            lines.set(at, changed);
            Files.write(copy.resolve("data/" + chain + ".jsonl"), lines);
            listAnew(copy);
        });
        assertThat(faults)
                .as("%s", changed)
                .anyMatch(fault -> fault.entry().orElse("").equals(chain + " " + (at + 1))
                        || fault.entry().orElse("").equals(chain + " " + (at + 2)));
    }

    /** Changes one value of a line; of a withheld one the hashes, since nothing else is known of it. */
    private static String change(String line, int member) {
        List<String> names = line.contains("\"withheld\"")
                ? List.of("previous", "hash")
                : Stream.of("incident", "at", "kind", "actor", "wall_at", "previous", "hash", "facts")
                        .filter(name -> line.contains("\"" + name + "\":\""))
                        .toList();
        String name = names.get(member % names.size());
        return line.replaceFirst("\"" + name + "\":\"", "\"" + name + "\":\"0");
    }

    @Example
    void exhibits_are_held_against_the_custody_log_though_all_lists_are_made_anew() throws IOException {
        String name = "data/exhibits/E-000003-sign-ins.json";
        assertThat(faults(copy -> {
                    Files.writeString(copy.resolve(name), "[]");
                    listAnew(copy);
                }))
                .anyMatch(fault ->
                        fault.path().orElse("").equals(name) && fault.expected().contains("custody"));
        assertThat(faults(copy -> {
                    Files.delete(copy.resolve(name));
                    listAnew(copy);
                }))
                .anyMatch(fault ->
                        fault.path().orElse("").equals(name) && fault.meaning().contains("missing"));
        assertThat(faults(copy -> {
                    Files.writeString(copy.resolve("data/exhibits/E-000009-planted.json"), "[]");
                    listAnew(copy);
                }))
                .anyMatch(fault -> fault.path().orElse("").contains("planted"));
    }

    @Example
    void an_exhibit_that_is_left_out_with_its_entry_hidden_is_missed_though_all_lists_are_made_anew()
            throws IOException {
        List<Fault> faults = faults(copy -> {
            hide(copy, "custody", 3);
            Files.delete(copy.resolve("data/exhibits/E-000003-sign-ins.json"));
            Files.delete(copy.resolve("data/readable/E-000003-sign-ins.json"));
            Files.delete(copy.resolve("data/readable/E-000003-sign-ins.csv"));
            edit(copy, "data/exhibits.json", text -> text.replaceAll("\\{\"id\":\"E-000003\".*\n", ""));
            edit(copy, "data/exhibits.csv", text -> text.replaceAll("\"E-000003\".*\r\n", ""));
            listAnew(copy);
        });
        assertThat(faults).anyMatch(fault -> fault.path().orElse("").equals("data/README.txt"));
    }

    @Property(tries = 30)
    void any_entry_that_is_hidden_as_another_incidents_is_missed_though_all_lists_are_made_anew(
            @ForAll boolean isJournal, @ForAll @IntRange(min = 0, max = 1000) int at) throws IOException {
        String chain = isJournal ? "journal" : "custody";
        List<String> lines = Files.readAllLines(bag.resolve("data/" + chain + ".jsonl"));
        int line = at % lines.size();
        assertThat(faults(copy -> {
                    hide(copy, chain, line + 1);
                    listAnew(copy);
                }))
                .hasSizeGreaterThanOrEqualTo(lines.get(line).contains("\"withheld\"") ? 0 : 1);
    }

    private static void hide(Path copy, String chain, int entry) throws IOException {
        Path file = copy.resolve("data/" + chain + ".jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(
                entry - 1,
                lines.get(entry - 1)
                        .replaceFirst(
                                "(?s)\\{\"sequence\":([0-9]+),.*(\"previous\":\"[0-9a-f]+\",\"hash\":\"[0-9a-f]+\"\\})",
                                "{\"sequence\":$1,\"withheld\":\"another incident\",$2"));
        Files.write(file, lines);
    }

    @Example
    void whatever_the_list_says_otherwise_than_the_custody_log_is_found_though_all_lists_are_made_anew()
            throws IOException {
        for (String member : List.of(
                "kind", "subject", "source", "acquiredAt", "recordedAt", "mediaType", "sha256", "sha512", "file")) {
            listTampered(text -> text.replaceFirst("\"" + member + "\":\"", "\"" + member + "\":\"0"));
            listTampered(text ->
                    text.replaceFirst("\"" + member + "\":\"", "\"" + member + "\":\"lie\",\"" + member + "\":\""));
        }
        listTampered(text -> text.replaceFirst("\"size\":", "\"size\":1"));
        listTampered(text -> text.replaceFirst("\"deleted\":null", "\"deleted\":\"lawfully\""));
        listTampered(text -> text.replaceFirst("\"deleted\":null", "\"more\":\"hidden\",\"deleted\":null"));
        listTampered(text -> text + "{}");
        tamperedAnew(
                copy -> edit(copy, "data/exhibits.csv", text -> text.replace("sign-ins", "other")),
                "data/exhibits.csv");
    }

    private static void listTampered(UnaryOperator<String> change) throws IOException {
        tamperedAnew(copy -> edit(copy, "data/exhibits.json", change), "data/exhibits.json");
    }

    @Example
    void nothing_is_withheld_from_whoever_gets_everything_though_all_lists_are_made_anew() throws IOException {
        Tampering withheld = copy -> {
            Files.delete(copy.resolve("data/exhibits/E-000004-evil-exe.txt"));
            for (String list : List.of("data/exhibits.json", "data/exhibits.csv")) {
                edit(
                        copy,
                        list,
                        text -> text.replace("\"file\":\"data/exhibits/E-000004-evil-exe.txt\"", "\"file\":null")
                                .replace("\"data/exhibits/E-000004-evil-exe.txt\",\"\",\"\"", "\"\",\"\",\"why\"")
                                .replaceFirst("(E-000004.*\"redacted\":)null", "$1\"why\""));
            }
        };
        tamperedAnew(withheld, "bag-info.txt");
        tamperedAnew(withheld, "data/redactions.csv");
        tamperedAnew(withheld, "data/README.txt");
        tamperedAnew(
                copy -> edit(copy, "bag-info.txt", text -> text.replace("Audience: full", "Audience: police")),
                "data/README.txt");
        tamperedAnew(
                copy -> edit(copy, "bag-info.txt", text -> text.replace("Exported-By: admin", "Exported-By: eve")),
                "data/README.txt");
    }

    @Property(tries = 20)
    void whatever_is_put_into_a_line_of_a_log_is_found_though_all_lists_are_made_anew(
            @ForAll boolean isJournal, @ForAll @IntRange(min = 0, max = 1000) int at) throws IOException {
        String chain = isJournal ? "journal" : "custody";
        List<String> lines = Files.readAllLines(bag.resolve("data/" + chain + ".jsonl"));
        int line = at % lines.size();
        for (String more : List.of("{\"forged\":\"released\"}", "[1]", "null", "\"forged\"")) {
            List<Fault> faults = faults(copy -> {
                List<String> changed = new ArrayList<>(lines);
                changed.set(line, lines.get(line).replaceFirst("\\}$", ",\"comment\":" + more + "}"));
                Files.write(copy.resolve("data/" + chain + ".jsonl"), changed);
                listAnew(copy);
            });
            assertThat(faults).anyMatch(fault -> fault.entry().orElse("").equals(chain + " " + (line + 1)));
        }
    }

    @Example
    void whatever_is_put_beside_what_an_export_has_is_found_though_all_lists_are_made_anew() throws IOException {
        for (String name : List.of(
                "data/extra.txt", "data/more/extra.txt", "data/readable/E-000004-evil-exe.csv", "data/readable/x/y")) {
            tamperedAnew(
                    copy -> {
                        Files.createDirectories(copy.resolve(name).getParent());
                        Files.writeString(copy.resolve(name), "a lie");
                    },
                    name);
        }
        tampered(copy -> Files.createDirectories(copy.resolve("data/hidden")), "data/hidden/");
    }

    @Example
    void a_copy_for_people_has_to_say_what_the_evidence_says_though_all_lists_are_made_anew() throws IOException {
        for (String name : List.of(
                "data/readable/E-000003-sign-ins.csv",
                "data/readable/E-000003-sign-ins.json",
                "data/readable/E-000001-inbox-rules.json")) {
            tamperedAnew(copy -> edit(copy, name, text -> text + " "), name);
        }
        String copy = "data/readable/E-000003-sign-ins.csv";
        tamperedAnew(
                bag -> {
                    Files.delete(bag.resolve(copy));
                    edit(bag, "data/exhibits.json", text -> text.replace(",\"" + copy + "\"", ""));
                    edit(bag, "data/exhibits.csv", text -> text.replace(" " + copy, ""));
                },
                "data/exhibits.json");
    }

    @Example
    void a_link_that_is_named_is_followed_to_its_bag() throws IOException {
        Path link = Files.createSymbolicLink(original.resolve("link"), bag);
        assertThat(BagVerifier.verify(link).verification().faults()).isEmpty();
        Files.delete(link);
    }

    private static void tamperedAnew(Tampering tampering, String named) throws IOException {
        tampered(
                copy -> {
                    tampering.with(copy);
                    listAnew(copy);
                },
                named);
    }

    private static void edit(Path copy, String name, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(copy.resolve(name));
        String changed = change.apply(text);
        assertThat(changed).as(name).isNotEqualTo(text);
        Files.writeString(copy.resolve(name), changed);
    }

    @Example
    void the_order_of_a_list_is_the_writers() throws IOException {
        for (String list : List.of("manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt")) {
            tampered(
                    copy -> Files.write(
                            copy.resolve(list),
                            Files.readAllLines(copy.resolve(list)).reversed()),
                    list);
        }
    }

    @Example
    void digests_are_compared_as_exact_text() throws IOException {
        tampered(
                copy -> {
                    Path list = copy.resolve("manifest-sha256.txt");
                    String text = Files.readString(list);
                    Files.writeString(list, text.substring(0, 64).toUpperCase(Locale.ROOT) + text.substring(64));
                },
                "manifest-sha256.txt");
    }

    @Example
    void an_audience_gets_less_and_every_redaction_is_listed() throws IOException {
        try (Store store = Store.open(original.resolve("data"), OpenStores.WALL_TIME)) {
            for (Audience audience : List.of(Audience.SOC, Audience.LEGAL, Audience.POLICE)) {
                Path target = original.resolve("for-" + audience);
                BagWriter.Written written = write(store, target, false, audience);
                String redactions = Files.readString(target.resolve("data/redactions.csv"));
                String list = Files.readString(target.resolve("data/exhibits.json"));

                assertThat(written.withheld()).isPositive();
                assertThat(redactions.lines().count()).isEqualTo(written.redactions() + 1);
                // A kind nobody has thought about stays at home.
                assertThat(redactions).contains("E-000004");
                assertThat(names(target)).noneMatch(name -> name.contains("E-000004"));
                store.vault()
                        .exhibits(Acquisitions.INCIDENT)
                        .forEach(exhibit -> assertThat(list)
                                .contains(
                                        exhibit.sha256().hex(), exhibit.sha512().hex()));
                BagVerification verified = BagVerifier.verify(target);
                assertThat(verified.verification().faults()).isEmpty();
                assertThat(verified.verification().exhibits()).isEqualTo(written.exhibits());
            }
            assertThat(Files.readString(original.resolve("for-POLICE/data/journal.jsonl")))
                    .doesNotContain("\"kind\":\"note-added\",\"facts\"");
            assertThat(Files.readString(original.resolve("for-LEGAL/data/journal.jsonl")))
                    .contains("\"kind\":\"note-added\",\"facts\"");
        }
    }

    @Example
    void a_zip_is_the_same_bag_with_its_digest_beside_it() throws Exception {
        try (Store store = Store.open(original.resolve("data"), OpenStores.WALL_TIME)) {
            Path zip = original.resolve("whole.zip");
            write(store, zip, true, Audience.FULL);

            assertThat(BagVerifier.verify(zip).verification().faults()).isEmpty();
            assertThat(BagVerifier.verify(zip).verification().exhibits()).isEqualTo(4);
            if (Files.isExecutable(Path.of("/usr/bin/sha256sum"))) {
                assertThat(sha256sum(original, "whole.zip.sha256")).isZero();
            }
            byte[] bytes = Files.readAllBytes(zip);
            for (int at = 0; at < bytes.length; at += 97) {
                byte[] changed = bytes.clone();
                changed[at] ^= 4;
                Files.write(zip, changed);
                assertThat(BagVerifier.verify(zip).ok()).as("byte %s", at).isFalse();
            }
            Path beside = original.resolve("whole.zip.sha256");
            Files.delete(beside);
            Files.write(zip, bytes);
            assertThat(BagVerifier.verify(zip).ok()).isTrue();
            Files.createDirectory(beside);
            assertThat(BagVerifier.verify(zip).verification().faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.path()).contains("whole.zip.sha256"));
            Files.delete(beside);
            byte[] behindOne = new byte[bytes.length + 1];
            System.arraycopy(bytes, 0, behindOne, 1, bytes.length);
            Files.write(zip, behindOne);
            assertThat(BagVerifier.verify(zip).ok()).isFalse();
            Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
            assertThat(BagVerifier.verify(zip).verification().faults())
                    .extracting(fault -> fault.path().orElse(""))
                    .contains("whole.zip");
        }
    }

    @Example
    void what_is_handed_out_is_counted_as_it_is_when_it_is_verified() throws Exception {
        try (Store store = Store.open(original.resolve("data"), OpenStores.WALL_TIME)) {
            for (Audience audience : List.of(Audience.FULL, Audience.SOC)) {
                Path target = original.resolve("counted-" + audience);
                BagWriter.Written written = write(store, target, false, audience);

                BagVerification verified = BagVerifier.verify(target);
                assertThat(written.journalEntries())
                        .isEqualTo(verified.verification().journalEntries());
                assertThat(written.custodyEntries())
                        .isEqualTo(verified.verification().custodyEntries());
                assertThat(written.placesOnly())
                        .isEqualTo(verified.placesOnly())
                        .isPositive();
            }
        }
    }

    @Example
    void dates_in_a_zip_are_covered_by_the_digest_beside_it_and_said_not_to_be_without_it() throws Exception {
        try (Store store = Store.open(original.resolve("data"), OpenStores.WALL_TIME)) {
            Path zip = original.resolve("dated.zip");
            write(store, zip, true, Audience.FULL);
            assertThat(BagVerifier.verify(zip).verification().notVouchedFor()).isEmpty();
            byte[] bytes = Files.readAllBytes(zip);
            bytes[indexOfDirectory(bytes) + 14] ^= 1; // the day, in the list
            bytes[12] ^= 1; // and before the first file
            bytes[indexOfDirectory(bytes) + 38] ^= 1; // an attribute
            Files.write(zip, bytes);

            assertThat(BagVerifier.verify(zip).verification().faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.expected()).startsWith("SHA-256"));

            Files.delete(original.resolve("dated.zip.sha256"));
            assertThat(BagVerifier.verify(zip).ok()).isTrue();
            assertThat(BagVerifier.verify(zip).verification().notVouchedFor())
                    .singleElement()
                    .satisfies(unvouched -> assertThat(unvouched.meaning())
                            .contains("dates and attributes")
                            .contains("no dated.zip.sha256 lies beside it"));
        }
    }

    @Example
    void every_byte_of_a_header_in_a_zip_is_held_against_the_list() throws Exception {
        try (Store store = Store.open(original.resolve("data"), OpenStores.WALL_TIME)) {
            Path zip = original.resolve("headed.zip");
            write(store, zip, true, Audience.FULL);
            byte[] bytes = Files.readAllBytes(zip);
            assertThat(faultsOf(bytes)).isEmpty();
            int second = indexOf(bytes, 3, 4, 30);
            for (int at = second; at < second + 30; at++) {
                byte[] changed = bytes.clone();
                changed[at] ^= 0x20;
                assertThat(faultsOf(changed))
                        .as("byte %s of a header", at - second)
                        .isNotEmpty();
            }
        }
    }

    @Example
    void a_hostile_zip_is_refused_with_place_and_reason() throws IOException {
        refuses("../out/bagit.txt", "leads out", "../out/bagit.txt");
        refuses("/etc/bagit.txt", "leads out", "/etc/bagit.txt");
        refuses("bag\\..\\bagit.txt", "leads out", "bag\\..\\bagit.txt");
        refuses("bag/a.txt", "twice", "bag/bagit.txt", "bag/A.TXT", "bag/a.txt");
        byte[] linked = zip(List.of("bag/bagit.txt"), new byte[3]);
        int entry = indexOfDirectory(linked);
        linked[entry + 41] = (byte) 0xA1;
        linked[entry + 40] = (byte) 0xFF;
        assertThat(faultsOf(linked)).anyMatch(fault -> fault.actual().contains("link"));
        byte[] bomb = zip(List.of("bag/bagit.txt"), new byte[200 * 1024 * 1024]);
        assertThat(faultsOf(bomb)).anyMatch(fault -> fault.actual().contains("packed into"));
        byte[] liar = zip(List.of("bag/bagit.txt"), new byte[100_000]);
        int size = indexOfDirectory(liar) + 24;
        liar[size] = 10;
        liar[size + 1] = 0;
        liar[size + 2] = 0;
        assertThat(faultsOf(liar)).isNotEmpty();
    }

    private static void refuses(String place, String why, String... names) throws IOException {
        assertThat(faultsOf(zip(List.of(names), new byte[3])))
                .anyMatch(fault ->
                        fault.path().orElse("").equals(place) && fault.actual().contains(why));
    }

    private static List<Fault> faultsOf(byte[] zip) throws IOException {
        Path file = original.resolve("hostile.zip");
        Files.write(file, zip);
        return BagVerifier.verify(file).verification().faults();
    }

    private static byte[] zip(List<String> names, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static int indexOfDirectory(byte[] zip) {
        return indexOf(zip, 1, 2, 0);
    }

    /** Where the first record of a kind begins, from there on. */
    private static int indexOf(byte[] zip, int kind, int kindAfter, int from) {
        for (int at = from; at < zip.length - 4; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == kind && zip[at + 3] == kindAfter) {
                return at;
            }
        }
        throw new IllegalStateException("no zip");
    }

    @Example
    void what_is_no_bag_is_said_to_be_none() throws IOException {
        assertThatThrownBy(() -> BagVerifier.verify(original.resolve("nowhere")))
                .isInstanceOf(NoBagException.class);
        assertThatThrownBy(() -> BagVerifier.verify(original.resolve("data")))
                .isInstanceOf(NoBagException.class)
                .hasMessageContaining("data folder");
        Path text = original.resolve("text.txt");
        Files.writeString(text, "no bag");
        assertThatThrownBy(() -> BagVerifier.verify(text)).isInstanceOf(NoBagException.class);
        Path zip = original.resolve("other.zip");
        Files.write(zip, zip(List.of("a.txt"), new byte[3]));
        assertThatThrownBy(() -> BagVerifier.verify(zip)).isInstanceOf(NoBagException.class);
    }

    @Example
    void nothing_half_done_is_left_and_nothing_is_overwritten() throws IOException {
        Path folder = Files.createTempDirectory("cordon-half");
        try (Store store = Store.open(folder.resolve("data"), OpenStores.WALL_TIME)) {
            fill(store);
            Path there = Files.createDirectories(folder.resolve("out").resolve("there"));
            assertThatThrownBy(() -> write(store, there, false, Audience.FULL))
                    .isInstanceOf(UncheckedIOException.class);
            var unusable = new BagSeals(
                    Optional.of(ManifestSigner.open(
                            AUTHORITY.write(
                                    folder.resolve("key.p12"), "x", AUTHORITY.signer("CN=Edwards", "Ed25519", 255)),
                            new KeyPassword("x"))),
                    Optional.empty());

            assertThatThrownBy(() -> Bags.write(store, folder.resolve("out/bag"), false, Audience.FULL, unusable))
                    .isInstanceOf(SigningKeyException.class);
            assertThatThrownBy(() -> Bags.write(store, folder.resolve("out/bag.zip"), true, Audience.FULL, unusable))
                    .isInstanceOf(SigningKeyException.class);
            try (Stream<Path> left = Files.list(folder.resolve("out"))) {
                assertThat(left.map(path -> path.getFileName().toString())).containsExactly("there");
            }
        } finally {
            removeAll(folder);
        }
    }

    /** What somebody does to a copy of the bag. */
    private interface Tampering {
        void with(Path copy) throws IOException;
    }

    private static void tampered(Tampering tampering, String named) throws IOException {
        assertThat(faults(tampering))
                .as(named)
                .anyMatch(fault -> fault.path().orElse("").equals(named));
    }

    private static List<Fault> faults(Tampering tampering) throws IOException {
        Path copy = copy("tampered");
        try {
            tampering.with(copy);
            return BagVerifier.verify(copy).verification().faults();
        } finally {
            removeAll(copy);
        }
    }

    private static Path copy(String name) throws IOException {
        Path copy = original.resolve(name);
        Bags.copy(bag, copy);
        return copy;
    }

    private static void listAnew(Path copy) throws IOException {
        Bags.listAnew(copy);
    }

    private static List<String> names(Path folder) throws IOException {
        return Bags.names(folder);
    }

    private static void removeAll(Path folder) throws IOException {
        Bags.removeAll(folder);
    }
}
