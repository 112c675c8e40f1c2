package dev.cordon.investigation.reconstruction;

import static dev.cordon.investigation.reconstruction.AuditRowsMade.ANNA;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.HOME;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.attacker;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TouchedFilesTest {
    private static final Known KNOWN = new Known(Set.of(ANNA), Set.of("203.0.113.9"), Set.of(), Set.of(), List.of());
    private static final String SITE = "https://contoso.sharepoint.example/sites/finance/";

    private final AuditRowsMade made = new AuditRowsMade().habit(ANNA, HOME);

    private void file(String id, String time, String operation, String where, String object, String more) {
        made.add(
                id,
                "2026-03-01T" + time,
                operation,
                ANNA,
                where + ",\"Workload\":\"SharePoint\",\"ObjectId\":\"" + SITE + object + "\"" + more);
    }

    private TouchedFiles files() {
        return Reconstruction.of(KNOWN, made.source()).files();
    }

    @Test
    void each_file_is_named_once_for_each_thing_he_did_with_it_and_nothing_of_the_users() {
        file("f1", "22:00:00", "FileAccessed", attacker(), "Budget.xlsx", ",\"ItemType\":\"File\"");
        file("f2", "22:04:00", "FileAccessedExtended", attacker(), "budget.xlsx", ",\"ItemType\":\"File\"");
        file("f3", "22:05:00", "FileDownloaded", attacker(), "Budget.xlsx", "");
        file("f4", "22:06:00", "FileSyncDownloadedFull", attacker(), "IBANs.docx", "");
        file("f5", "08:00:00", "FileDownloaded", user(), "Lunch.docx", "");

        TouchedFiles files = files();

        assertThat(files.rows()).isEqualTo(5);
        assertThat(files.acts(FileAct.Kind.ACCESSED)).singleElement().satisfies(act -> {
            assertThat(act.file()).isEqualToIgnoringCase(SITE + "Budget.xlsx");
            assertThat(act.rows()).isEqualTo(2);
            assertThat(act.operations()).containsExactly("FileAccessed", "FileAccessedExtended");
            assertThat(act.addresses()).containsExactly("203.0.113.9");
            assertThat(act.shownBy().at()).isEqualTo(Instant.parse("2026-03-01T22:00:00Z"));
            assertThat(act.last()).isEqualTo(Instant.parse("2026-03-01T22:04:00Z"));
        });
        assertThat(files.acts(FileAct.Kind.DOWNLOADED))
                .extracting(FileAct::file)
                .containsExactly(SITE + "Budget.xlsx", SITE + "IBANs.docx");
        assertThat(files.bounds()).containsExactly(new FileBound.AfterTheRows(Instant.parse("2026-03-01T22:06:00Z")));
    }

    @Test
    void what_was_shared_says_with_whom_and_an_open_link_and_a_folder_are_bounds() {
        file(
                "s1",
                "22:00:00",
                "SharingSet",
                attacker(),
                "Payments",
                ",\"ItemType\":\"Folder\",\"TargetUserOrGroupName\":\"drop@mail.example\"");
        file("s2", "22:01:00", "AnonymousLinkCreated", attacker(), "Budget.xlsx", ",\"ItemType\":\"File\"");

        TouchedFiles files = files();

        assertThat(files.acts(FileAct.Kind.SHARED)).extracting(FileAct::with).containsExactly("drop@mail.example", "");
        assertThat(files.bounds())
                .anySatisfy(bound -> assertThat(bound).isInstanceOfSatisfying(FileBound.WholeFolder.class, folder -> {
                    assertThat(folder.folder()).isEqualTo(SITE + "Payments");
                    assertThat(folder.until()).isEmpty();
                }))
                .anySatisfy(bound -> assertThat(bound)
                        .isInstanceOfSatisfying(
                                FileBound.OpenLink.class,
                                link -> assertThat(link.file()).isEqualTo(SITE + "Budget.xlsx")));
    }

    @Test
    void rows_of_nobody_known_and_no_rows_of_files_at_all_are_said() {
        made.add("m1", "2026-03-01T22:00:00", "Send", ANNA, attacker());
        assertThat(files().bounds())
                .contains(new FileBound.NotRecorded(Instant.parse("2026-03-01T22:00:00Z")))
                .noneMatch(FileBound.NotAttributed.class::isInstance);

        file("f1", "23:00:00", "FileDownloaded", "\"ClientIP\":\"192.0.2.44\"", "Budget.xlsx", "");

        TouchedFiles files = files();

        assertThat(files.acts()).isEmpty();
        assertThat(files.bounds())
                .noneMatch(FileBound.NotRecorded.class::isInstance)
                .anySatisfy(bound -> assertThat(bound).isInstanceOfSatisfying(FileBound.NotAttributed.class, not -> {
                    assertThat(not.rows()).isEqualTo(1);
                    assertThat(not.addresses()).containsExactly("192.0.2.44");
                }));
    }

    @Test
    void what_failed_is_told_as_failed_and_bounds_nothing() {
        file("s1", "22:00:00", "AnonymousLinkCreated", attacker(), "A.docx", ",\"ResultStatus\":\"Failed\"");

        TouchedFiles files = files();

        assertThat(files.acts())
                .singleElement()
                .satisfies(act -> assertThat(act.succeeded()).isFalse());
        assertThat(files.bounds()).noneMatch(FileBound.OpenLink.class::isInstance);
    }

    @Test
    void where_he_is_not_seen_nothing_is_bounded() {
        file("f1", "08:00:00", "FileDownloaded", user(), "Lunch.docx", "");

        assertThat(files()).isEqualTo(new TouchedFiles(1, List.of(), List.of()));
    }

    @Test
    void the_order_of_the_rows_changes_nothing() {
        file("f1", "22:00:00", "FileAccessed", attacker(), "Budget.xlsx", "");
        file("f2", "22:00:00", "FileAccessed", attacker(), "BUDGET.xlsx", "");
        file("s1", "22:00:00", "AnonymousLinkCreated", attacker(), "Budget.xlsx", "");
        file("s2", "22:00:00", "AnonymousLinkUpdated", attacker(), "budget.xlsx", "");
        TouchedFiles files = files();
        List<EvidenceRow> rows = new ArrayList<>(made.rows());

        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(rows, new Random(seed));
            List<EvidenceRow> mixed = List.copyOf(rows);
            assertThat(Reconstruction.of(KNOWN, mixed::forEach).files()).isEqualTo(files);
        }
    }
}
