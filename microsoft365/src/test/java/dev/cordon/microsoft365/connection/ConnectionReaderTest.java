package dev.cordon.microsoft365.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cordon.tenant.Failure;
import dev.cordon.tenant.TenantException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionReaderTest {
    private static final String IDS =
            "\"tenantId\":\"contoso.example\",\"clientId\":\"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\"";

    @TempDir
    Path folder;

    @Test
    void a_real_tenant_needs_no_addresses() throws IOException {
        ConnectionDocument connection = read("{" + IDS + "}", false);

        assertThat(connection.authority()).isEqualTo(URI.create("https://login.microsoftonline.com/contoso.example/"));
        assertThat(connection.graph()).isEqualTo(URI.create("https://graph.microsoft.com"));
        assertThat(connection.exchange()).isEqualTo(URI.create("https://outlook.office365.com"));
        assertThat(connection.isMicrosoft()).isTrue();
        assertThat(connection.caFile()).isEmpty();
    }

    @Test
    void another_cloud_has_other_hosts() throws IOException {
        ConnectionDocument connection = read("{" + IDS + ",\"cloud\":\"gcc-high\"}", false);

        assertThat(connection.graph()).isEqualTo(URI.create("https://graph.microsoft.us"));
        assertThat(connection.authority().getHost()).isEqualTo("login.microsoftonline.us");
    }

    @Test
    void a_simulated_tenant_names_its_own_and_later_members_are_left_alone() throws IOException {
        ConnectionDocument connection = read(
                "{" + IDS
                        + ",\"authority\":\"https://127.0.0.1:4001\",\"graph\":\"https://127.0.0.1:4002/v1.0/\",\"control\":\"http://x\",\"suspects\":[],\"seed\":7,\"new\":{}}",
                false);

        assertThat(connection.authority()).isEqualTo(URI.create("https://127.0.0.1:4001/contoso.example/"));
        assertThat(connection.graph()).isEqualTo(URI.create("https://127.0.0.1:4002"));
        assertThat(connection.isMicrosoft()).isFalse();
    }

    @Test
    void the_break_glass_accounts_are_those_it_names() throws IOException {
        assertThat(read("{" + IDS + ",\"breakGlass\":[\" bg@contoso.example\",\"bg@contoso.example\"]}", false)
                        .breakGlass())
                .containsExactly("bg@contoso.example");
        for (String wrong : List.of("\"bg@contoso.example\"", "[7]", "[\" \"]")) {
            assertThat(catchThrowableOfType(
                                    TenantException.class,
                                    () -> read("{" + IDS + ",\"breakGlass\":" + wrong + "}", false))
                            .failure()
                            .paragraph())
                    .contains("breakGlass must");
        }
    }

    @Test
    void all_problems_are_told_at_once_and_no_secret_with_them() {
        Failure failure = catchThrowableOfType(TenantException.class, () -> read("""
                                {"tenantId":"a b","graph":"http://x","exchange":7,"caFile":"missing.pem","cloud":"mars",
                                 "certificatePassword":"very-secret"}""", true))
                .failure();

        assertThat(failure.reason()).isEqualTo(Failure.Reason.REFUSED);
        assertThat(failure.paragraph())
                .contains("tenantId")
                .contains("clientId")
                .contains("graph must be an https address")
                .contains("exchange must be a text")
                .contains("caFile")
                .contains("cloud")
                .contains("certificateFile is missing")
                .doesNotContain("very-secret")
                .doesNotContain("No answer came");
    }

    @Test
    void what_is_no_document_is_refused() {
        for (String text : new String[] {"", "[]", "{\"a\":1,\"a\":2}", "<xml/>"}) {
            assertThat(catchThrowableOfType(TenantException.class, () -> read(text, false))
                            .failure()
                            .reason())
                    .isEqualTo(Failure.Reason.REFUSED);
        }
    }

    @Test
    void what_is_well_formed_and_not_there_any_more_cannot_be_reached() {
        Failure none = catchThrowableOfType(
                        TenantException.class, () -> ConnectionReader.read(folder.resolve("none.json"), false))
                .failure();
        assertThat(none.reason()).isEqualTo(Failure.Reason.UNREACHABLE);
        assertThat(none.meaning()).contains("is not there");

        Failure without = catchThrowableOfType(
                        TenantException.class,
                        () -> read(
                                "{\"tenantId\":\"contoso.example\",\"clientId\":\"9d4f2b1c-0000-4000-8000-000000000003\","
                                        + "\"caFile\":\"gone.pem\",\"certificateFile\":\"gone.p12\"}",
                                true))
                .failure();
        assertThat(without.reason()).isEqualTo(Failure.Reason.UNREACHABLE);
        assertThat(without.paragraph())
                .contains("gone.pem", "gone.p12", "cordon simulate")
                .doesNotContain("No answer came");
    }

    private ConnectionDocument read(String text, boolean needsCertificate) throws IOException {
        Path document = folder.resolve("tenant.json");
        Files.writeString(document, text);
        return ConnectionReader.read(document, needsCertificate);
    }
}
