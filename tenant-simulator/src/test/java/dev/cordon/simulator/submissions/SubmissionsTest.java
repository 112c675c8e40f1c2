package dev.cordon.simulator.submissions;

import static dev.cordon.simulator.CampaignTenant.ANNA;
import static dev.cordon.simulator.CampaignTenant.BO;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.simulator.CampaignTenant;
import dev.cordon.simulator.json.Json;
import org.junit.jupiter.api.Test;

/** What is submitted to Microsoft, how often, and what comes back (E13). */
class SubmissionsTest {

    private static final String URLS = "/beta/security/threatSubmission/urlThreats";
    private static final String MAILS = "/beta/security/threatSubmission/emailThreats";

    private static JsonObject url(String address) {
        return Json.object(
                "@odata.type", "#microsoft.graph.urlThreatSubmission", "category", "phishing", "webUrl", address);
    }

    @Test
    void a_url_is_analysed_in_minutes() {
        try (var tenant = CampaignTenant.start()) {
            var made = tenant.graph("POST", URLS, url(CampaignTenant.LINK));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(made.json().get("status").getAsString()).isEqualTo("running");
            assertThat(made.json().getAsJsonObject("result").get("detail").getAsString())
                    .isEqualTo("underInvestigation");
            assertThat(made.json().get("@odata.type").getAsString())
                    .isEqualTo("#microsoft.graph.security.urlThreatSubmission");
            tenant.tenant().advance("PT11M");

            var id = made.json().get("id").getAsString();
            var done = tenant.graph("GET", URLS + "/" + id).json();
            assertThat(done.get("status").getAsString()).isEqualTo("succeeded");
            assertThat(done.getAsJsonObject("result").get("detail").getAsString())
                    .isEqualTo("urlFileShouldBeBlocked");
            assertThat(tenant.graph("GET", URLS).value()).hasSize(1);
            assertThat(tenant.graph("GET", MAILS).value()).isEmpty();
            assertThat(tenant.graph("GET", MAILS + "/" + id).status()).isEqualTo(404);
        }
    }

    @Test
    void a_mail_is_named_by_its_address_or_brought_along() {
        try (var tenant = CampaignTenant.start()) {
            var id = tenant.mails(ANNA, "inbox", "Action needed")
                    .getFirst()
                    .get("id")
                    .getAsString();
            var named = tenant.graph(
                    "POST",
                    MAILS,
                    Json.object(
                            "@odata.type",
                            "#microsoft.graph.emailUrlThreatSubmission",
                            "category",
                            "phishing",
                            "recipientEmailAddress",
                            ANNA,
                            "messageUrl",
                            "https://graph.microsoft.com/beta/users/" + ANNA + "/messages/" + id));
            var brought = tenant.graph(
                    "POST",
                    MAILS,
                    Json.object(
                            "@odata.type", "#microsoft.graph.emailContentThreatSubmission",
                            "category", "phishing",
                            "recipientEmailAddress", BO,
                            "fileContent", "RnJvbTogaHJAZXZpbC5leGFtcGxlDQoNCkhp"));
            assertThat(named.status()).as(named.text()).isEqualTo(201);
            assertThat(brought.status()).as(brought.text()).isEqualTo(201);
            tenant.tenant().advance("PT11M");

            assertThat(tenant.graph("GET", MAILS).value())
                    .extracting(
                            row -> row.getAsJsonObject("result").get("detail").getAsString())
                    .containsExactly("urlFileShouldBeBlocked", "urlFileShouldBeBlocked");
        }
    }

    @Test
    void the_same_again_has_to_wait_a_quarter_of_an_hour_and_goes_three_times_a_day() {
        try (var tenant = CampaignTenant.start()) {
            assertThat(tenant.graph("POST", URLS, url(CampaignTenant.LINK)).status())
                    .isEqualTo(201);
            var again = tenant.graph("POST", URLS, url(CampaignTenant.LINK));
            assertThat(again.status()).isEqualTo(429);
            assertThat(again.header("Retry-After")).isEmpty();
            assertThat(tenant.graph("POST", URLS, url("https://other.example/")).status())
                    .isEqualTo(201);
            for (var time = 0; time < 2; time++) {
                tenant.tenant().advance("PT16M");
                assertThat(tenant.graph("POST", URLS, url(CampaignTenant.LINK)).status())
                        .isEqualTo(201);
            }
            tenant.tenant().advance("PT16M");
            assertThat(tenant.graph("POST", URLS, url(CampaignTenant.LINK)).status())
                    .isEqualTo(429);
        }
    }

    @Test
    void it_is_in_beta_alone_and_takes_what_is_whole_from_who_may() {
        try (var tenant = CampaignTenant.start()) {
            assertThat(tenant.graph("POST", URLS.replace("beta", "v1.0"), url("https://x.example/"))
                            .status())
                    .isEqualTo(400);
            assertThat(tenant.graph("POST", URLS, url("ftp://x.example/")).status())
                    .isEqualTo(400);
            assertThat(tenant.graph("POST", URLS, Json.object("category", "phishing", "webUrl", "https://x.example/"))
                            .status())
                    .isEqualTo(400);
            assertThat(tenant.graph(
                                    "POST",
                                    URLS,
                                    Json.object(
                                            "@odata.type",
                                            "#microsoft.graph.urlThreatSubmission",
                                            "category",
                                            "boring",
                                            "webUrl",
                                            "https://x.example/"))
                            .status())
                    .isEqualTo(400);
            var bo = tenant.tenant().tokenAs(BO, "graph");
            assertThat(tenant.tenant()
                            .graph(bo, "POST", URLS, url("https://x.example/"))
                            .status())
                    .isEqualTo(403);
            assertThat(tenant.graph("GET", URLS).value()).isEmpty();
        }
    }
}
