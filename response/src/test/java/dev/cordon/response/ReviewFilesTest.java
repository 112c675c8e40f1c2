package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.response.ReviewFiles.Reviewed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewFilesTest {
    @TempDir
    private Path folder;

    private static String rule(String id, String time) {
        return """
                {"CreationTime":"%s","Id":"%s","Operation":"New-InboxRule","RecordType":1,"ResultStatus":"True","UserType":2,"Workload":"Exchange",\
                "UserId":"anna@contoso.example","ObjectId":"anna\\\\.","Parameters":[{"Name":"Name","Value":"."},{"Name":"DeleteMessage","Value":"True"}]}""".formatted(time, id);
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void rows_that_two_files_bring_count_once_and_each_file_says_what_it_held() throws IOException {
        Path one = file("one.jsonl", rule("a", "2026-03-01T08:00:00"), "{\"CreationTime\":\"\",\"Id\":\"x\"}");
        Path two = file("two.jsonl", rule("a", "2026-03-01T08:00:00"), rule("b", "2026-03-01T09:00:00"));

        Reviewed reviewed = ReviewFiles.review(List.of(one, two), OrganisationFacts.NONE);

        assertThat(reviewed.findings()).hasSize(1);
        assertThat(reviewed.findings().getFirst().recordIds()).containsExactly("a", "b");
        assertThat(reviewed.coverage()).extracting(Looked::rows).containsExactly(2L, 2L);
        assertThat(reviewed.coverage().getFirst().unreadable()).hasSize(1);
        assertThat(reviewed.coverage().getLast().through()).contains(Instant.parse("2026-03-01T09:00:00Z"));
        assertThat(reviewed.needsLook()).isTrue();
    }

    @Test
    void a_file_without_rows_is_not_taken_for_a_clean_log() throws IOException {
        Reviewed reviewed = ReviewFiles.review(List.of(file("notes.txt", "nothing happened")), OrganisationFacts.NONE);

        assertThat(reviewed.findings()).isEmpty();
        assertThat(reviewed.coverage().getFirst().log()).isEqualTo("file");
        assertThat(reviewed.coverage().getFirst().notRead()).contains("No row of a log that is known was found in it.");
        assertThat(reviewed.needsLook()).isTrue();
    }

    @Test
    void a_page_that_another_one_follows_says_so() throws IOException {
        Path page = file(
                "page.json",
                "{\"@odata.nextLink\":\"https://x\",\"value\":[" + rule("a", "2026-03-01T08:00:00") + "]}");

        assertThat(ReviewFiles.review(List.of(page), OrganisationFacts.NONE)
                        .coverage()
                        .getFirst()
                        .notRead())
                .contains("The file says itself that another page follows, and that is not in it.");
    }

    @Test
    void a_file_that_is_cut_off_or_not_there_is_named() throws IOException {
        Path cut = Files.writeString(
                folder.resolve("cut.json"),
                "[" + rule("a", "2026-03-01T08:00:00").substring(0, 90));

        assertThatThrownBy(() -> ReviewFiles.review(List.of(cut), OrganisationFacts.NONE))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("cut.json cannot be reviewed");
        assertThatThrownBy(() -> ReviewFiles.review(List.of(folder.resolve("none.csv")), OrganisationFacts.NONE))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void what_cannot_be_read_is_told_though_every_other_row_is_of_another_log() throws IOException {
        Path mixed = file(
                "mixed.jsonl",
                "{\"CreationTime\":\"2026-03-01T08:00:00\",\"Operation\":\"New-InboxRule\"}",
                "{\"id\":\"s\",\"createdDateTime\":\"2026-03-01T08:00:00Z\",\"userPrincipalName\":\"anna@contoso.example\",\"ipAddress\":\"203.0.113.9\","
                        + "\"status\":{\"errorCode\":0},\"isInteractive\":true,\"appId\":\"a\",\"clientAppUsed\":\"Browser\"}");

        Reviewed reviewed = ReviewFiles.review(List.of(mixed), OrganisationFacts.NONE);

        assertThat(reviewed.coverage()).extracting(Looked::log).containsExactly("audit-log", "sign-ins");
        assertThat(reviewed.coverage().getFirst().unreadable()).hasSize(1);
        assertThat(reviewed.needsLook()).isTrue();
    }
}
