package dev.cordon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final String ANNA = "/v1.0/users/anna";
    private static final String ALL = "id,userPrincipalName";
    private static final String SESSIONS = "$select=id,signInSessionsValidFromDateTime";
    private static final String PASSWORD = "$select=id,lastPasswordChangeDateTime";

    private final List<RecordedRequest> log = new ArrayList<>();

    @Test
    void containment_is_the_chain_from_the_token_to_the_last_proof_whatever_is_read_beside_it() {
        containedAccount();

        CriticalPath path = CriticalPath.toContained(log);

        assertThat(path.chain())
                .containsExactly(
                        RequestKind.GRAPH_TOKEN,
                        RequestKind.FIND_USER,
                        RequestKind.RISK,
                        RequestKind.REVOKE,
                        RequestKind.RESET,
                        RequestKind.RESET_PROOF,
                        RequestKind.REVOKE_AGAIN,
                        RequestKind.REVOKE_AGAIN_PROOF);
        assertThat(path.time()).isEqualTo(Duration.ofMillis(8 * 100 + 50));
        assertThat(path.roundTrips()).isEqualTo(7);
    }

    @Test
    void polls_and_a_second_try_take_time_but_are_no_round_trips() {
        containedAccount();
        CriticalPath once = CriticalPath.toContained(log);
        login("/t/v2.0/.well-known/openid-configuration");
        graph("POST", ANNA + "/revokeSignInSessions", "", 100);
        graph("GET", ANNA, SESSIONS, 100);

        CriticalPath twice = CriticalPath.toContained(log);

        assertThat(twice.time()).isEqualTo(once.time().plusMillis(300));
        assertThat(twice.roundTrips()).isEqualTo(once.roundTrips());
    }

    @Test
    void the_second_revoke_waits_for_the_second_after_the_first_was_answered() {
        containedAccount();
        RecordedRequest revoke = log.stream()
                .filter(each -> each.path().endsWith("/revokeSignInSessions"))
                .findFirst()
                .orElseThrow();
        Instant proven = log.stream()
                .filter(each -> each.query().equals(PASSWORD) || each.query().equals(SESSIONS))
                .limit(2)
                .map(RecordedRequest::answeredAt)
                .max(Instant::compareTo)
                .orElseThrow();
        assertThat(revoke.answeredAt()).isBefore(BEGIN.plusSeconds(1));

        assertThat(CriticalPath.waitForNextSecond(log)).isEqualTo(Duration.between(proven, BEGIN.plusSeconds(1)));
    }

    @Test
    void what_containment_takes_is_not_counted_for_the_snapshot() {
        containedAccount();

        assertThat(CriticalPath.toSnapshot(log).time()).isEqualTo(Duration.ofMillis(350));
        assertThat(CriticalPath.toSnapshot(log).roundTrips()).isEqualTo(2);
    }

    @Test
    void a_folders_permissions_wait_for_the_list_of_folders_and_for_exchanges_own_token() {
        token();
        findUser();
        token();
        cmdlet("Get-MailboxFolderStatistics");
        cmdlet("Get-MailboxFolderPermission");

        CriticalPath path = CriticalPath.toSnapshot(log);

        assertThat(path.chain())
                .containsExactly(
                        RequestKind.GRAPH_TOKEN,
                        RequestKind.FIND_USER,
                        RequestKind.FOLDERS,
                        RequestKind.FOLDER_PERMISSIONS);
        assertThat(path.roundTrips()).isEqualTo(3);
    }

    @Test
    void the_applications_of_consents_come_in_a_batch_that_waits_for_the_consents() {
        token();
        findUser();
        graph("GET", ANNA + "/oauth2PermissionGrants", "", 100);
        graph("POST", "/v1.0/$batch", "", 100);

        CriticalPath path = CriticalPath.toSnapshot(log);

        assertThat(path.chain())
                .containsExactly(
                        RequestKind.GRAPH_TOKEN, RequestKind.FIND_USER, RequestKind.CONSENTS, RequestKind.APPLICATIONS);
        assertThat(path.roundTrips()).isEqualTo(3);
    }

    @Test
    void five_places_for_eleven_commands_make_the_second_turn_and_a_bit_unavoidable() {
        token();
        token();
        findUser();
        for (int folder = 0; folder < 11; folder++) {
            cmdlet("Get-MailboxPermission");
        }

        assertThat(CriticalPath.toSnapshot(log).bucketWait()).isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void a_request_the_table_does_not_know_is_named() {
        graph("GET", "/v1.0/chats", "", 100);

        assertThatThrownBy(() -> CriticalPath.toSnapshot(log))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/v1.0/chats");
    }

    private void containedAccount() {
        token();
        findUser();
        graph("GET", "/v1.0/organization", "", 100);
        graph("GET", "/v1.0/identityProtection/riskyUsers/anna", "", 150);
        graph("POST", ANNA + "/revokeSignInSessions", "", 100);
        graph("GET", ANNA, SESSIONS, 100);
        graph("PATCH", ANNA, "", 100);
        graph("GET", ANNA, PASSWORD, 100);
        graph("POST", ANNA + "/revokeSignInSessions", "", 100);
        graph("GET", ANNA, SESSIONS, 100);
    }

    private void token() {
        login("/t/oauth2/v2.0/token");
    }

    private void findUser() {
        graph("GET", ANNA, "$select=" + ALL, 100);
    }

    private void login(String path) {
        add("login", "POST", path, "", "", 100, "");
    }

    private void graph(String method, String path, String query, int milliseconds) {
        add("graph", method, path, query, "", milliseconds, "identity");
    }

    private void cmdlet(String name) {
        add("exchange", "POST", "/InvokeCommand", "", name, 100, "exchange");
    }

    private void add(
            String host, String method, String path, String query, String cmdlet, int milliseconds, String bucket) {
        log.add(new RecordedRequest(
                log.size() + 1,
                BEGIN.plusMillis(log.size()),
                Duration.ofMillis(milliseconds),
                host,
                method,
                path,
                query,
                cmdlet,
                "anna",
                "app",
                200,
                bucket,
                ""));
    }
}
