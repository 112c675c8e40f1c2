package dev.cordon.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.Responder;
import dev.cordon.simulator.RewoundTenant;
import dev.cordon.simulator.TestingTenant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transport rules, connectors, remote domains and telephones are taken away and given back (X14-X16, U14). */
class MailFlowWritesTest extends RewoundTenant {

    private static final String PLANTED = """
            {id: own-rule, kind: transport-rule, by: legitimate, object: {Name: Disclaimer, FromScope: InOrganization, Comments: board}}
            {id: own-in, kind: connector, by: legitimate, object: {Name: Scanner, direction: inbound, ConnectorType: OnPremises, SenderIPAddresses: [192.0.2.20]}}
            {id: own-out, kind: connector, by: legitimate, object: {Name: Archive, SmartHosts: [192.0.2.21]}}
            {id: own-domain, kind: remote-domain, by: legitimate, object: {Name: Parent, DomainName: parent.example}}
            {id: own-phone, kind: device, owner: anna.berg@contoso.example, by: legitimate, object: {mobile: true, displayName: Pixel, deviceType: Android}}
            {id: evil-phone, kind: device, owner: anna.berg@contoso.example, by: attacker, object: {mobile: true, displayName: Evil, deviceType: Android}}
            """;

    MailFlowWritesTest() {
        super(PLANTED);
    }

    @Test
    void a_transport_rule_is_disabled_and_enabled() {
        responder.run("Disable-TransportRule", "Identity", "Disclaimer", "Confirm", false);
        assertThat(responder.collateral()).containsExactly("own-rule disabled");
        assertThat(responder.lastAudit().get("Operation").getAsString()).isEqualTo("Disable-TransportRule");
        assertThat(responder.warning("Disable-TransportRule", "Identity", "Disclaimer"))
                .contains("no settings");
        responder.run("Enable-TransportRule", "Identity", "Disclaimer");
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void a_transport_rule_is_removed_and_made_again() {
        responder.run("Remove-TransportRule", "Identity", "Disclaimer", "Confirm", false);
        assertThat(responder.collateral()).containsExactly("own-rule removed");
        responder.run(
                "New-TransportRule",
                "Name",
                "Disclaimer",
                "FromScope",
                "InOrganization",
                "Comments",
                "board",
                "Enabled",
                false);
        assertThat(responder
                        .run("Get-TransportRule", "Identity", "Disclaimer")
                        .getFirst()
                        .get("State")
                        .getAsString())
                .isEqualTo("Disabled");
        assertThat(responder.collateral()).containsExactly("own-rule removed");
        responder.run("Enable-TransportRule", "Identity", "Disclaimer");
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.ask("New-TransportRule", "Name", "Disclaimer").text())
                .contains("ADObjectAlreadyExistsException");
    }

    @ParameterizedTest
    @CsvSource({"Inbound,Scanner,own-in", "Outbound,Archive,own-out"})
    void a_connector_is_disabled_and_enabled_or_removed(String side, String name, String id) {
        responder.run("Set-" + side + "Connector", "Identity", name, "Enabled", false, "Confirm", false);
        assertThat(responder.collateral()).containsExactly(id + " disabled");
        responder.run("Set-" + side + "Connector", "Identity", name, "Enabled", true);
        assertThat(responder.collateral()).isEmpty();

        responder.run("Remove-" + side + "Connector", "Identity", name, "Confirm", false);
        assertThat(responder.collateral()).containsExactly(id + " removed");
        assertThat(responder.lastAudit().get("Operation").getAsString()).isEqualTo("Remove-" + side + "Connector");
        assertThat(responder
                        .ask("Remove-" + side + "Connector", "Identity", name)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_removed_connector_is_made_again_equal() {
        responder.run("Remove-InboundConnector", "Identity", "Scanner");
        responder.run(
                "New-InboundConnector",
                "Name",
                "Scanner",
                "ConnectorType",
                "OnPremises",
                "SenderIPAddresses",
                List.of("192.0.2.20"),
                "Enabled",
                true);
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void a_remote_domain_is_closed_opened_removed_and_made_again() {
        responder.run("Set-RemoteDomain", "Identity", "Parent", "AutoForwardEnabled", false);
        assertThat(responder.collateral()).containsExactly("own-domain disabled");
        responder.run("Set-RemoteDomain", "Identity", "Parent", "AutoForwardEnabled", true);
        assertThat(responder.collateral()).isEmpty();
        responder.run("Remove-RemoteDomain", "Identity", "Parent", "Confirm", false);
        assertThat(responder.collateral()).containsExactly("own-domain removed");
        responder.run("New-RemoteDomain", "Name", "Parent", "DomainName", "parent.example");
        assertThat(responder.collateral()).isEmpty();
        assertThat(responder.ask("Remove-RemoteDomain", "Identity", "Default").status())
                .isEqualTo(400);
    }

    @Test
    void replicas_show_a_connector_for_a_while_after_it_is_gone() {
        var scenario = TestingTenant.SMALL.replace("replication: PT0S", "replication: PT20S");
        try (var slow = Responder.in(scenario, PLANTED)) {
            slow.run("Remove-InboundConnector", "Identity", "Scanner");
            assertThat(slow.run("Get-InboundConnector")).hasSize(1);
            slow.tenant().advance("PT21S");
            assertThat(slow.run("Get-InboundConnector")).isEmpty();
        }
    }

    @Test
    void a_reader_may_not_write() {
        var scenario = TestingTenant.SMALL.replace(
                "{upn: bo.lund@contoso.example, displayName: Bo Lund}",
                "{upn: bo.lund@contoso.example, displayName: Bo Lund, roles: [Global Reader]}");
        try (var read = Responder.in(scenario, PLANTED)) {
            var token = read.tenant().tokenAs("bo.lund@contoso.example", "exchange");
            for (var cmdlet : List.of("Remove-InboundConnector", "Remove-RemoteDomain", "Remove-TransportRule")) {
                assertThat(read.askAs(token, cmdlet, "Identity", "Scanner").status())
                        .as(cmdlet)
                        .isEqualTo(403);
            }
        }
    }

    private JsonObject phone(String name) {
        return responder.run("Get-MobileDevice", "Mailbox", "anna.berg@contoso.example").stream()
                .filter(device -> device.get("FriendlyName").getAsString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject statistics(JsonObject phone) {
        return responder
                .run("Get-MobileDeviceStatistics", "Identity", phone.get("Identity"))
                .getFirst();
    }

    @Test
    void a_telephones_account_is_wiped_once_it_hears_of_it() {
        var evil = phone("Evil");
        responder.run("Clear-MobileDevice", "Identity", evil.get("Guid"), "AccountOnly", true, "Confirm", false);
        assertThat(statistics(evil).get("Status").getAsString()).isEqualTo("AccountOnlyDeviceWipePending");
        assertThat(responder.holds("anna.berg@contoso.example", "devices")).hasSize(1);

        responder.tenant().advance("PT3M");
        assertThat(statistics(evil).get("Status").getAsString()).isEqualTo("AccountOnlyDeviceWipeSucceeded");
        assertThat(statistics(evil).get("DeviceWipeAckTime").isJsonNull()).isFalse();
        assertThat(responder.holds("anna.berg@contoso.example", "devices")).isEmpty();
    }

    @Test
    void a_wipe_can_be_cancelled_until_the_telephone_hears_of_it() {
        var own = phone("Pixel");
        responder.run("Clear-MobileDevice", "Identity", own.get("DeviceId"), "Confirm", false);
        responder.run("Clear-MobileDevice", "Identity", own.get("DeviceId"), "Cancel", true);
        responder.tenant().advance("PT3M");
        assertThat(statistics(own).get("Status").getAsString()).isEqualTo("DeviceOk");
        assertThat(responder.collateral()).isEmpty();
    }

    @Test
    void a_telephone_is_removed() {
        responder.run("Remove-MobileDevice", "Identity", phone("Evil").get("Identity"), "Confirm", false);
        assertThat(responder.lastAudit().get("Operation").getAsString()).isEqualTo("Remove-MobileDevice");
        assertThat(responder.holds("anna.berg@contoso.example", "devices")).isEmpty();
        responder.run("Remove-MobileDevice", "Identity", phone("Pixel").get("Identity"));
        assertThat(responder.collateral()).containsExactly("own-phone removed");
    }
}
