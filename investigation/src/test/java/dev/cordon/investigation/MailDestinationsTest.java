package dev.cordon.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailDestinationsTest {
    private static Set<String> of(String json, String id) {
        return MailDestinations.of(json.getBytes(StandardCharsets.UTF_8), id);
    }

    @Test
    void an_inbox_rule_of_exchange_is_found_by_its_number_and_others_beside_it_are_not_read() {
        String answer = "{\"value\":[{\"RuleIdentity\":17146492835123003393,\"Name\":\"own@else.example\","
                + "\"ForwardTo\":[\"\\\"Drop\\\" [SMTP:Drop@mail.example]\"],\"RedirectTo\":null},"
                + "{\"RuleIdentity\":5,\"ForwardTo\":[\"partner@else.example\"]}]}";

        assertThat(of(answer, "17146492835123003393")).containsExactly("drop@mail.example");
        assertThat(of(answer, "6")).isEmpty();
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
        assertThat(of("<html>", "1")).isEmpty();
        assertThat(of("{", "1")).isEmpty();
    }
}
