package dev.cordon.investigation.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsentLineTest {
    private static final String POWER = "Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite offline_access";

    @Test
    void power_of_somebody_who_hides_is_an_attack_and_of_somebody_known_it_is_not() {
        String consent = """
                {"clientId":"c","consentType":"Principal","scope":"%s","appDisplayName":"%s","verifiedPublisher":%s,
                "replyUrls":["%s"]}""";

        assertThat(Lines.consent(consent.formatted(POWER, "Micros0ft Office", "null", "https://abc.ngrok.io/cb"))
                        .verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
        assertThat(Lines.consent(consent.formatted(
                                POWER, "HubSpot", "{\"displayName\":\"HubSpot, Inc.\"}", "https://app.hubspot.com/cb"))
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
    }

    @Test
    void a_role_is_known_by_its_id_and_names_who_acts() {
        JudgedLine role = Lines.consent("""
                {"appRoleId":"E2A3A72E-5f79-4c64-b1b1-878b674786c9","principalType":"ServicePrincipal",
                "principalDisplayName":"mover","resourceDisplayName":"Microsoft Graph"}""");

        assertThat(role.what()).contains("mover");
        assertThat(Lines.signals(role)).contains("may-use-mail", "acts-by-itself");
    }

    @Test
    void what_microsoft_has_disabled_is_malicious() {
        assertThat(Lines.consent("{\"scope\":\"User.Read Mail.Read\",\"servicePrincipal\":{\"displayName\":\"Reader\","
                                + "\"disabledByMicrosoftStatus\":\"DisabledDueToViolationOfServicesAgreement\"}}")
                        .verdict())
                .isEqualTo(LineVerdict.MALICIOUS);
    }

    @Test
    void signing_in_is_little() {
        assertThat(Lines.consent(
                                "{\"scope\":\"openid profile User.Read\",\"appDisplayName\":\"x\",\"verifiedPublisher\":null}")
                        .verdict())
                .isEqualTo(LineVerdict.BENIGN);
    }
}
