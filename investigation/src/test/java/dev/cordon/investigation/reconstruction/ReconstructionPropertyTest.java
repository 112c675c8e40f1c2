package dev.cordon.investigation.reconstruction;

import static dev.cordon.investigation.reconstruction.AuditRowsMade.ANNA;
import static dev.cordon.investigation.reconstruction.AuditRowsMade.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.ExhibitId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReconstructionPropertyTest {
    private static final Known KNOWN =
            new Known(Set.of(ANNA), Set.of("203.0.113.9"), Set.of("s2"), Set.of(), List.of());

    @Provide
    Arbitrary<String> members() {
        Arbitrary<String> address = Arbitraries.of(
                "",
                "203.0.113.9:1",
                HOME,
                "198.51.100.99",
                "203.0.113.10",
                "[2001:db8::8]:1",
                "[2001:DB8::7]:5",
                "::1",
                "no address");
        Arbitrary<String> session = Arbitraries.of("", "s1", "S1", "s2", "s3");
        Arbitrary<String> agent = Arbitraries.of("", "axios/1.7", "Mozilla/5.0", "Client=OWA", "Rare/1");
        Arbitrary<String> access = Arbitraries.of("Bind", "Sync", "bind", "");
        Arbitrary<String> message = Arbitraries.of("", "<a@x>", "<A@x>", "<b@x>");
        Arbitrary<String> token = Arbitraries.of("", "t1", "t2");
        return Combinators.combine(address, session, agent, access, message, token)
                .as((a, s, g, k, m, t) -> "\"ClientIP\":\"" + a + "\",\"SessionId\":\"" + s + "\",\"UserAgent\":\"" + g
                        + "\",\"AppAccessContext\":{\"UniqueTokenId\":\"" + t
                        + "\"},\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"" + k
                        + "\"},{\"Name\":\"IsThrottled\",\"Value\":\"" + (g.isEmpty() ? "True" : "False")
                        + "\"}],\"Folders\":[{\"Path\":\"\\\\Inbox\",\"FolderItems\":[{\"InternetMessageId\":\"" + m
                        + "\",\"Subject\":\"" + m + s + "\"}]}]");
    }

    @Provide
    Arbitrary<List<EvidenceRow>> rows() {
        Arbitrary<String> operation = Arbitraries.of(
                "MailItemsAccessed",
                "MailItemsAccessed",
                "Send",
                "UserLoggedIn",
                "UserLoginFailed",
                "New-InboxRule",
                "HardDelete");
        Arbitrary<String> user = Arbitraries.of(ANNA, "Anna.Berg@contoso.example", "bo@contoso.example", "");
        Arbitrary<Integer> minute = Arbitraries.integers().between(0, 59);
        Arbitrary<Integer> day = Arbitraries.integers().between(1, 9);
        return Combinators.combine(operation, user, minute, day, members())
                .as((o, u, m, d, rest) -> "\"CreationTime\":\"2026-03-0" + d + "T10:" + (m < 10 ? "0" + m : "" + m)
                        + ":00\",\"Operation\":\"" + o + "\",\"UserId\":\"" + u + "\"," + rest + "}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(ReconstructionPropertyTest::read);
    }

    private static List<EvidenceRow> read(List<String> bodies) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < bodies.size(); i++) {
            lines.append("{\"Id\":\"row-")
                    .append(i)
                    .append("\",")
                    .append(bodies.get(i))
                    .append('\n');
        }
        return AuditRowsMade.read(ExhibitId.of(3), lines.toString());
    }

    @Property(tries = 200)
    void the_order_of_the_rows_and_rows_that_come_again_change_nothing(
            @ForAll("rows") List<EvidenceRow> rows, @ForAll long seed) {
        List<EvidenceRow> mixed = new ArrayList<>(rows);
        mixed.addAll(rows.subList(0, rows.size() / 2));
        Collections.shuffle(mixed, new Random(seed));

        assertThat(Reconstruction.of(KNOWN, mixed::forEach)).isEqualTo(Reconstruction.of(KNOWN, rows::forEach));
    }

    @Property(tries = 200)
    void nothing_is_claimed_that_no_row_of_his_names(@ForAll("rows") List<EvidenceRow> rows) {
        Reconstruction found = Reconstruction.of(KNOWN, rows::forEach);

        Set<String> mentioned = new HashSet<>();
        rows.forEach(row -> row.detail().mail().messages().forEach(one -> mentioned.add(one.internetMessageId())));
        found.access()
                .forEach(access -> assertThat(access.named())
                        .allMatch(message -> mentioned.contains(message.internetMessageId()))
                        .allMatch(message -> message.accesses() <= message.mentions()));
        assertThat(found.attackerRows() + found.unknownRows()).isLessThanOrEqualTo(rows.size());
    }

    @Property(tries = 200)
    void the_order_of_the_exhibits_changes_nothing(@ForAll("rows") List<EvidenceRow> rows, @ForAll long seed) {
        var random = new Random(seed);
        List<List<EvidenceRow>> exhibits = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            exhibits.add(new ArrayList<>());
        }
        rows.forEach(row -> {
            int exhibit = random.nextInt(exhibits.size());
            exhibits.get(exhibit).add(new EvidenceRow(ExhibitId.of(exhibit + 1), row.record(), row.detail()));
        });
        Reconstruction inOrder = Reconstruction.of(KNOWN, visitor -> exhibits.forEach(each -> each.forEach(visitor)));
        List<List<EvidenceRow>> mixed = new ArrayList<>(exhibits);
        Collections.shuffle(mixed, random);

        assertThat(Reconstruction.of(KNOWN, visitor -> mixed.forEach(each -> each.forEach(visitor))))
                .isEqualTo(inOrder);
    }

    @Property(tries = 20)
    void every_pass_walks_over_the_same_rows_in_the_order_that_is_promised(@ForAll("rows") List<EvidenceRow> rows) {
        List<Reconstruction.Pass> passes = new ArrayList<>();
        Reconstruction.of(KNOWN, (pass, visitor) -> {
            passes.add(pass);
            rows.forEach(visitor);
        });

        assertThat(passes)
                .containsExactly(Reconstruction.Pass.PLACES, Reconstruction.Pass.HANDS, Reconstruction.Pass.ACTS);
    }
}
