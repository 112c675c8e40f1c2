package dev.cordon.microsoft365.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplianceRegionTest {
    private static final ComplianceRegion MICROSOFT =
            new ComplianceRegion(URI.create("https://ps.compliance.protection.outlook.com"));

    @Test
    void the_host_of_a_region_is_that_of_the_service_whatever_port_the_redirection_names() {
        assertThat(MICROSOFT.ofLocation("https://eur02b.admin.protection.outlook.com:446/psws/service.svc"))
                .contains(URI.create("https://eur02b.ps.compliance.protection.outlook.com"));
        assertThat(MICROSOFT.ofLocation(
                        "https://EUR02B.ps.compliance.protection.outlook.com/adminapi/beta/x/InvokeCommand"))
                .contains(URI.create("https://EUR02B.ps.compliance.protection.outlook.com"));
        assertThat(MICROSOFT.ofLocation("/adminapi/beta/x/InvokeCommand"))
                .contains(URI.create("https://ps.compliance.protection.outlook.com"));
        assertThat(new ComplianceRegion(URI.create("https://localhost:4003"))
                        .ofLocation("https://eur02b.localhost:4003/x"))
                .contains(URI.create("https://eur02b.localhost:4003"));
    }

    @Test
    void a_simulated_tenant_may_name_its_region_by_another_name_of_this_machine_and_no_other_port() {
        ComplianceRegion simulated = new ComplianceRegion(URI.create("https://127.0.0.1:4003"));

        assertThat(simulated.ofLocation("https://localhost:4003/x")).contains(URI.create("https://localhost:4003"));
        assertThat(simulated.ofLocation("https://localhost:4004/x")).isEmpty();
        assertThat(simulated.ofLocation("https://127.0.0.2:4003/x")).isEmpty();
        assertThat(MICROSOFT.ofLocation("https://localhost/x")).isEmpty();
    }

    @Test
    void no_other_host_ever_gets_the_token() {
        for (String foreign : List.of(
                "https://evil.example/",
                "https://ps.compliance.protection.outlook.com.evil.example/",
                "https://evilps.compliance.protection.outlook.com/",
                "https://eur02b.admin.protection.outlook.com.evil.example:446/",
                "https://admin.protection.outlook.com/",
                "https://user@eur02b.ps.compliance.protection.outlook.com/",
                "http://eur02b.ps.compliance.protection.outlook.com/",
                "https:///x",
                "not an address")) {
            assertThat(MICROSOFT.ofLocation(foreign)).as(foreign).isEmpty();
        }
    }
}
