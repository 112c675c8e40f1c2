package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.playbooks.yaml.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationFileTest {
    @TempDir
    private Path folder;

    private static final String WHOLE = """
            schema: cordon-organisation/1
            domains: [contoso.example]
            partners:
              - {domain: fabrikam.example, because: our bookkeeper}
            travel:
              - {user: anna@contoso.example, country: JP, from: 2026-03-01, until: 2026-03-14, because: fair in Tokyo}
            networks:
              - {range: 198.51.100.0/24, because: VPN exit}
            applications:
              - {id: 5D2F1A3C-0000-4000-8000-000000000001, because: the mail migration}
            forwardings:
              - {mailbox: orders@contoso.example, to: in@vendor.example, because: contract 17}
            """;

    @Test
    void every_fact_is_read() {
        OrganisationFacts facts = OrganisationFile.parse("organisation.yaml", WHOLE);

        assertThat(facts.domains()).containsExactly("contoso.example");
        assertThat(facts.partners()).hasSize(1);
        assertThat(facts.journeys()).hasSize(1);
        assertThat(facts.exits()).hasSize(1);
        assertThat(facts.ofApplication(List.of("5d2f1a3c-0000-4000-8000-000000000001")))
                .isPresent();
        assertThat(facts.forwardings()).hasSize(1);
    }

    @Test
    void a_folder_without_one_has_no_facts() {
        assertThat(OrganisationFile.of(folder, "contoso")).isEmpty();
    }

    @Test
    void a_tenants_own_file_stands_before_the_one_for_all() throws IOException {
        Path all = Files.writeString(folder.resolve("organisation.yaml"), WHOLE);
        Path own = Files.writeString(folder.resolve("organisation-contoso.yaml"), "schema: cordon-organisation/1\n");

        assertThat(OrganisationFile.of(folder, "contoso")).contains(new OrganisationFile(own, OrganisationFacts.NONE));
        assertThat(OrganisationFile.of(folder, "fabrikam").map(OrganisationFile::path))
                .contains(all);
    }

    @Test
    void a_tenants_name_leads_nowhere_else() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("organisation-x"));
        Files.writeString(inner.resolve("y.yaml"), WHOLE);

        for (String name : List.of("x/y", "../organisation", "", "x\u0000y", "x".repeat(5_000))) {
            assertThat(OrganisationFile.of(folder, name)).as(name).isEmpty();
        }
    }

    @Test
    void what_is_no_text_or_not_there_is_refused() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        Path deep = Files.writeString(folder.resolve("deep.yaml"), "[".repeat(100_000));
        Path huge = Files.writeString(folder.resolve("huge.yaml"), "a: " + "x".repeat(3_000_000));

        assertThatThrownBy(() -> OrganisationFile.read(bytes))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("bytes.yaml");
        assertThatThrownBy(() -> OrganisationFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> OrganisationFile.read(folder)).isInstanceOf(RequestRefusedException.class);
        assertThatThrownBy(() -> OrganisationFile.read(deep)).isInstanceOf(MalformedFileException.class);
        assertThatThrownBy(() -> OrganisationFile.read(huge)).isInstanceOf(MalformedFileException.class);
        assertThatThrownBy(() -> OrganisationFile.parse("organisation.yaml", """
                        schema: cordon-organisation/1
                        domains: &own [contoso.example]
                        partners: *own
                        """))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("line 3: aliases are not taken");
    }

    @Test
    void a_domain_where_anybody_gets_an_address_is_nobodys_own() {
        for (String domain : List.of("gmail.com", "onmicrosoft.com", "proton.me")) {
            assertThatThrownBy(() -> OrganisationFile.parse("organisation.yaml", """
                            schema: cordon-organisation/1
                            domains: [%s]
                            partners:
                              - {domain: %s, because: x}
                            """.formatted(domain, domain)))
                    .as(domain)
                    .isInstanceOf(MalformedFileException.class)
                    .hasMessageContaining("line 2")
                    .hasMessageContaining("line 4: 'domain'");
        }
        assertThat(OrganisationFile.parse("organisation.yaml", """
                        schema: cordon-organisation/1
                        domains: [contoso.onmicrosoft.com]
                        """).domains())
                .containsExactly("contoso.onmicrosoft.com");
    }

    @Test
    void every_fault_is_told_with_its_line_and_nothing_is_guessed() {
        assertThatThrownBy(() -> OrganisationFile.parse("organisation.yaml", """
                        schema: cordon-organisation/2
                        domains: [contoso]
                        travel:
                          - {user: anna, country: Japan, from: 2026-03-14, until: 2026-03-01, because: x}
                        networks:
                          - {range: 0.0.0.0/0, because: everybody}
                        applications:
                          - {id: Mail Archive, because: x, colour: red}
                        forwardings:
                          - {mailbox: orders@contoso.example, because: x}
                        sites: []
                        """))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 4: 'user'")
                .hasMessageContaining("line 4: 'country'")
                .hasMessageContaining("line 6: 'range'")
                .hasMessageContaining("line 8: 'id'")
                .hasMessageContaining("colour")
                .hasMessageContaining("'to' is missing")
                .hasMessageContaining("sites");
    }
}
