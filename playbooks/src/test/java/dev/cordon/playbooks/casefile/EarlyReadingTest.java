package dev.cordon.playbooks.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class EarlyReadingTest {
    private static final Caller APPLICATION = new Caller(Caller.Kind.APPLICATION, "app", "app", Set.of(), Set.of());
    private static final Failure REFUSED =
            new Failure(Failure.Reason.UNREACHABLE, "Read", 0, "", "", "", "Not reachable.", "Try again.");

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void reads_behind_the_sign_in_so_that_a_person_is_asked_once() throws InterruptedException {
        EarlyReading early = EarlyReading.start(this::signIn, this::read);

        assertThat(early.mailRoutes().value()).contains(List.of());
        assertThat(done).containsExactly("signed in", "read");
    }

    @Test
    void a_sign_in_that_fails_leaves_it_unread_with_the_reason() throws InterruptedException {
        EarlyReading early = EarlyReading.start(
                () -> {
                    throw new TenantException(REFUSED);
                },
                this::read);

        assertThat(early.mailRoutes()).isEqualTo(new Attempt.Unread<List<MailRoute>>(REFUSED));
        assertThat(done).isEmpty();
    }

    private Caller signIn() {
        done.add("signed in");
        return APPLICATION;
    }

    private Reading<List<MailRoute>> read() {
        done.add("read");
        return Reading.of(
                List.of(),
                new Answer(
                        "POST /",
                        200,
                        Optional.empty(),
                        Instant.EPOCH,
                        "text/plain",
                        Bytes.copyOf(new byte[0]),
                        false));
    }
}
