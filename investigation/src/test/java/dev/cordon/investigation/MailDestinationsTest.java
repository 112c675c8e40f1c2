package dev.cordon.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailDestinationsTest {
    private static Optional<MailDestinations> read(String json, String id) {
        return MailDestinations.of(json.getBytes(StandardCharsets.UTF_8), id);
    }

    private static Set<String> of(String json, String id) {
        return read(json, id).orElseThrow().addresses();
    }

    @Test
    void an_inbox_rule_of_exchange_is_found_by_its_number_and_others_beside_it_are_not_read() {
        String answer = "{\"value\":[{\"RuleIdentity\":17146492835123003393,\"Name\":\"own@else.example\","
                + "\"ForwardTo\":[\"\\\"Drop\\\" [SMTP:Drop@mail.example]\"],\"RedirectTo\":null},"
                + "{\"RuleIdentity\":5,\"ForwardTo\":[\"partner@else.example\"]}]}";

        assertThat(of(answer, "17146492835123003393")).containsExactly("drop@mail.example");
        assertThat(read(answer, "6")).as("it is not shown").isEmpty();
    }

    @Test
    void a_rule_of_graph_and_a_transport_rule_are_read() {
        assertThat(of(
                        "{\"value\":[{\"id\":\"AQ==\",\"actions\":{\"redirectTo\":[{\"emailAddress\":{\"name\":\"x\","
                                + "\"address\":\"a@mail.example\"}}]}}]}",
                        "AQ=="))
                .containsExactly("a@mail.example");
        assertThat(of(
                        "{\"value\":[{\"Guid\":\"g-1\",\"Name\":\"Archive\",\"BlindCopyTo\":[\"b@mail.example\"]}]}",
                        "g-1"))
                .containsExactly("b@mail.example");
    }

    @Test
    void what_no_trace_can_be_asked_for_is_no_address() {
        assertThat(of("{\"id\":\"1\",\"ForwardTo\":[\"*@mail.example\",\"EX:/o=Contoso/cn=bo\"]}", "1"))
                .isEmpty();
    }

    @Test
    void an_answer_that_is_no_json_or_does_not_show_the_rule_is_not_taken_for_one_without_destinations() {
        assertThat(read("<html>", "1")).isEmpty();
        assertThat(read("{", "1")).isEmpty();
        assertThat(read("", "1")).isEmpty();
        assertThat(read("{\"value\":[]}", "1")).isEmpty();
        assertThat(read("{\"id\":\"1\",\"ForwardTo\":[],\"RedirectTo\":null}", "1"))
                .contains(new MailDestinations(Set.of(), Set.of(), 0));
    }

    @Test
    void recipients_of_the_directory_and_the_hosts_of_a_connector_are_counted_though_they_name_no_address() {
        assertThat(read(
                        "{\"id\":\"1\",\"ForwardTo\":[\"\\\"Drop\\\" [EX:/o=Contoso/cn=drop]\",\"a@mail.example\"]}",
                        "1"))
                .contains(new MailDestinations(Set.of("a@mail.example"), Set.of(), 1));
        assertThat(read("{\"Guid\":\"g-2\",\"SmartHosts\":[\"203.0.113.77\"],\"RecipientDomains\":[\"*\"]}", "g-2"))
                .contains(new MailDestinations(Set.of(), Set.of("203.0.113.77"), 0));
        assertThat(read("{\"Guid\":\"g-3\",\"RouteMessageOutboundConnector\":\"Outbound\"}", "g-3"))
                .contains(new MailDestinations(Set.of(), Set.of(), 1));
    }
}
