package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Refusal;
import dev.cordon.investigation.collection.UnreadableProgressException;
import dev.cordon.playbooks.yaml.MalformedFileException;
import dev.cordon.response.RequestRefusedException;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.store.StoreException;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.TenantException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    @Test
    void an_ambiguous_user_is_wrong_usage_with_the_candidates() {
        Refusal refusal = explained(new RequestRefusedException(
                Reason.AMBIGUOUS_USER,
                "'Anna' could be more than one account.",
                "Name it by UPN.",
                List.of("a@x", "b@x")));
        assertThat(refusal.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(refusal.paragraph())
                .isEqualTo("'Anna' could be more than one account. It could be: a@x; b@x. Name it by UPN.");
    }

    @Test
    void what_microsoft_refuses_is_not_possible_and_says_the_remedy() {
        var failure = new Failure(
                Failure.Reason.MISSING_ROLE,
                "Reset the password",
                403,
                "Authorization_RequestDenied",
                "Insufficient privileges",
                "request-1",
                "A role is missing.",
                "Ask for Password Administrator.");
        Refusal refusal = explained(new TenantException(failure));
        assertThat(refusal.exitCode()).isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(refusal.paragraph()).contains("403", "request-1", "Ask for Password Administrator.");
    }

    @Test
    void a_full_disk_is_not_written_and_a_malformed_file_is_wrong_usage() {
        assertThat(explained(new StoreException(StoreException.Reason.FULL, "Writing", null))
                        .exitCode())
                .isEqualTo(ExitCode.NOT_WRITTEN);
        assertThat(explained(new MalformedFileException("d.yaml", List.of("line 3: 'kind' is missing")))
                        .exitCode())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void of_a_place_that_cannot_be_read_nothing_is_said_of_what_was_asked_before() {
        Refusal refusal = explained(new UnreadableProgressException("it is of version 9."));
        assertThat(refusal.exitCode()).isEqualTo(ExitCode.NOT_GENUINE);
        assertThat(refusal.paragraph())
                .contains("it is of version 9", "--anew TEXT")
                .doesNotContain("Nothing was asked");
    }

    @Test
    void what_nobody_expected_stays_unexplained() {
        assertThat(Explanations.explain(new IllegalStateException("hm"))).isEmpty();
    }

    @Test
    void what_java_says_of_a_file_becomes_words() {
        assertThat(explained(new UncheckedIOException(new MalformedInputException(1)))
                        .paragraph())
                .startsWith("A file could not be written: it is not UTF-8 text.");
        assertThat(explained(new UncheckedIOException(
                                "The report could not be written to r",
                                new FileSystemException("r", null, "Is a directory")))
                        .paragraph())
                .startsWith("The report could not be written to r: a folder of that name is in the way.");
        assertThat(explained(new StoreException(
                                StoreException.Reason.FAILED, "Setting up d", new FileAlreadyExistsException("d")))
                        .paragraph())
                .isEqualTo("Setting up d did not work: the system refused it (a file of that name is in the way)."
                        + " Check the disk and the folder's permissions, then run the command again.");
    }

    private static Refusal explained(RuntimeException exception) {
        return Explanations.explain(exception).orElseThrow();
    }
}
