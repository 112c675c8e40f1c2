package dev.cordon.playbooks.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.MailFlow.Kind;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.MailboxDelegate.Scope;
import dev.cordon.tenant.UserAccount;
import dev.cordon.testing.HostileStrings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpelledTest {
    private static final UserAccount ANNA = TestingAccounts.anna();

    private static String route(Kind kind, String id) {
        return new MailRouteArea()
                .changes(ANNA, new MailRoute(kind, id, "Partner", true, List.of(), "", Optional.empty()))
                .getFirst();
    }

    private static String method(String type, String id) {
        return new AuthenticationMethodArea()
                .changes(ANNA, new AuthenticationMethod(id, type, "+49 171 555", Optional.empty()))
                .getFirst();
    }

    @Test
    void a_method_of_each_type_is_deleted_at_the_place_of_its_type() {
        assertThat(method("phone", "3179e48a")).isEqualTo("DELETE /users/anna/authentication/phoneMethods/3179e48a");
        assertThat(method("softwareOath", "1")).isEqualTo("DELETE /users/anna/authentication/softwareOathMethods/1");
        assertThat(method("qrCodePin", "1")).isEqualTo("DELETE /users/anna/authentication/qrCodePinMethod");
        assertThat(method("external", "1"))
                .isEqualTo("DELETE /users/anna/authentication/externalAuthenticationMethods/1");
    }

    @Test
    void each_kind_of_mail_route_has_the_command_of_its_kind() {
        assertThat(route(Kind.TRANSPORT_RULE, "t")).isEqualTo("Disable-TransportRule -Identity 't' -Confirm:$false");
        assertThat(route(Kind.INBOUND_CONNECTOR, "i")).isEqualTo("Set-InboundConnector -Identity 'i' -Enabled $false");
        assertThat(route(Kind.OUTBOUND_CONNECTOR, "o"))
                .isEqualTo("Set-OutboundConnector -Identity 'o' -Enabled $false");
        assertThat(route(Kind.REMOTE_DOMAIN, "r"))
                .isEqualTo("Set-RemoteDomain -Identity 'r' -AutoForwardEnabled $false");
    }

    @Test
    void each_right_of_a_delegate_is_taken_by_the_command_that_takes_that_right() {
        assertThat(new DelegateArea()
                        .changes(
                                ANNA,
                                new MailboxDelegate(
                                        "send-as|eve", Scope.MAILBOX, "", "eve@evil.example", List.of("SendAs"))))
                .containsExactly(
                        "Remove-RecipientPermission -Identity 'anna' -Trustee 'eve@evil.example' -AccessRights SendAs -Confirm:$false");
    }

    @Test
    void no_name_ends_its_quotation() {
        assertThat(route(Kind.TRANSPORT_RULE, "a'; Remove-Mailbox boss; '"))
                .isEqualTo("Disable-TransportRule -Identity 'a''; Remove-Mailbox boss; ''' -Confirm:$false");
        assertThat(Spelled.quoted("a\u2019b")).isEqualTo("'a\u2019\u2019b'");
        assertThat(HostileStrings.all()).allSatisfy(hostile -> {
            String inside = Spelled.quoted(hostile);
            assertThat(inside.substring(1, inside.length() - 1).replaceAll("(['\u2018-\u201b])\\1", ""))
                    .doesNotContainPattern("['\u2018-\u201b]");
            assertThat(method("phone", hostile).substring("DELETE /users/".length()))
                    .doesNotContainPattern("[^\\x21-\\x7e]");
        });
    }
}
