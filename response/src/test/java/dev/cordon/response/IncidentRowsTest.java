package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.EvidenceDeletedException;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.Tombstone;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.reconstruction.EvidenceRow;
import dev.cordon.investigation.reconstruction.Known;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.records.InMemoryLogRecords;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecords;
import dev.cordon.investigation.records.MalformedLogFileException;
import dev.cordon.investigation.records.RowDetail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncidentRowsTest {
    private static final IncidentId INCIDENT = new IncidentId("INC-20260302-K7QF");
    private static final IncidentId OTHER = new IncidentId("INC-20260302-ABCD");
    private static final String ANNA = "anna.berg@contoso.example";

    private final Map<ExhibitId, byte[]> sealed = new TreeMap<>();
    private final Map<ExhibitId, RuntimeException> broken = new HashMap<>();
    private final List<ExhibitId> copied = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final LogRecords records = new InMemoryLogRecords();

    private void copy(ExhibitId exhibit, OutputStream to) {
        copied.add(exhibit);
        try {
            RuntimeException refusal = broken.get(exhibit);
            if (refusal != null) {
                to.write(1);
                throw refusal;
            }
            to.write(sealed.get(exhibit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals a file and keeps its rows as an import does. */
    private void brought(long exhibit, String text) {
        ExhibitId id = ExhibitId.of(exhibit);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sealed.put(id, bytes);
        try (LogRecords.Batch batch = records.begin()) {
            LogFile.read(() -> new ByteArrayInputStream(bytes), batch::add);
            batch.keep(INCIDENT, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String audits(int from, int until, String members) {
        return IntStream.range(from, until)
                .mapToObj(number -> "{\"Id\":\"audit-" + number + "\",\"CreationTime\":\"2026-03-01T"
                        + (10 + number % 10)
                        + ":00:0" + number % 7 + "\",\"Operation\":\"MailItemsAccessed\",\"UserId\":\"" + ANNA + "\","
                        + members + "}\n")
                .collect(Collectors.joining());
    }

    private static final String HIS = """
            "ClientIPAddress":"203.0.113.9:5","SessionId":"s-1","ClientInfoString":"Client=REST;axios/1.7",\
            "MailboxOwnerUPN":"anna.berg@contoso.example","MailboxGuid":"9b1d-\ud83d\ude00","AppAccessContext":{"UniqueTokenId":"t-1"},\
            "OperationProperties":[{"Name":"MailAccessType","Value":"Bind"}],\
            "ModifiedProperties":[{"Name":"Rolle\u20ac","NewValue":"after","OldValue":"before \\u0001"}],\
            "Target":[{"Type":2,"ID":"target-\\ud83d\\ude00"}],\
            "Folders":[{"Path":"\\\\Inbox","FolderItems":[{"InternetMessageId":"<a@x>","Subject":"Grüße"}]}]\
            """;

    private static final String SIGN_INS = """
            [{"id":"sign-in-1","createdDateTime":"2026-03-01T09:00:00Z","userPrincipalName":"anna.berg@contoso.example","userId":"u-1",\
            "appDisplayName":"OfficeHome","appId":"a-1","ipAddress":"203.0.113.9","clientAppUsed":"Browser","isInteractive":true,\
            "correlationId":"c-1","status":{"errorCode":0},"deviceDetail":{"deviceId":"d-1"}}]
            """;

    private static final String DIRECTORY = """
            [{"id":"directory-1","correlationId":"c-2","activityDateTime":"2026-03-01T09:05:00Z","activityDisplayName":"Add member to role",\
            "loggedByService":"Core Directory","result":"success","initiatedBy":{"user":{"userPrincipalName":"anna.berg@contoso.example",\
            "ipAddress":"203.0.113.9"},"app":null},"targetResources":[{"id":"r","type":"Role","displayName":"Global Administrator"}],\
            "additionalDetails":[{"key":"k","value":"v"}]}]
            """;

    private static final String TRACE = """
            [{"MessageTraceId":"m-1","MessageId":"<a@x>","Received":"2026-03-01T10:10:00Z","SenderAddress":"anna.berg@contoso.example",\
            "RecipientAddress":"pay@customer.example","Subject":"New bank details","Status":"Delivered","FromIP":"10.0.0.1"}]
            """;

    private void everyKind() {
        brought(1, audits(0, 40, HIS));
        brought(2, SIGN_INS);
        brought(3, DIRECTORY);
        brought(4, TRACE);
        brought(5, audits(20, 60, HIS));
        brought(6, audits(60, 70, HIS));
        brought(7, audits(70, 80, HIS));
        brought(8, audits(80, 90, HIS));
        broken.put(ExhibitId.of(6), new EvidenceDamagedException(ExhibitId.of(6), "a", "b"));
        broken.put(
                ExhibitId.of(7),
                new EvidenceDeletedException(new Tombstone(
                        9, Instant.EPOCH, ExhibitId.of(7), Digest.sha256(new byte[0]), "a rule", "Anna")));
        sealed.put(ExhibitId.of(8), (audits(80, 84, HIS) + "{\"Id\":\"audit-84\",").getBytes(StandardCharsets.UTF_8));
        try (LogRecords.Batch batch = records.begin()) {
            records.visit(INCIDENT, ExhibitId.of(1), batch::add);
            batch.keep(OTHER, ExhibitId.of(9));
        }
    }

    /** As rows are read without any file between: every exhibit again, and each time all that is kept where it does not tell. */
    private List<EvidenceRow> plainly() {
        List<EvidenceRow> rows = new ArrayList<>();
        records.numbers(INCIDENT).forEach((exhibit, open) -> {
            if (!broken.containsKey(exhibit)) {
                try {
                    LogFile.readDetailed(() -> new ByteArrayInputStream(sealed.get(exhibit)), (record, detail) -> {
                        if (open.get((int) record.row())) {
                            open.clear((int) record.row());
                            rows.add(new EvidenceRow(exhibit, record, detail));
                        }
                    });
                } catch (MalformedLogFileException _) {
                    // The rest of its rows stands below.
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            records.visit(INCIDENT, kept -> {
                if (kept.exhibit().equals(exhibit)
                        && open.get((int) kept.record().row())) {
                    rows.add(new EvidenceRow(exhibit, kept.record(), RowDetail.NONE));
                }
            });
        });
        return rows;
    }

    private IncidentRows rows() {
        return new IncidentRows(this::copy, records, new SecureRandom(), INCIDENT, new ReconstructionListener() {
            @Override
            public void begins(Phase phase, long of) {
                told.add(phase + " " + of);
            }

            @Override
            public void goesOn(long done) {
                told.add("" + done);
            }

            @Override
            public void ends() {
                told.add("end");
            }
        });
    }

    private static List<EvidenceRow> walked(IncidentRows rows) {
        List<EvidenceRow> walked = new ArrayList<>();
        rows.visit(walked::add);
        return walked;
    }

    @Test
    void the_rows_are_to_the_letter_what_every_walk_over_the_exhibits_themselves_would_show() {
        everyKind();

        try (IncidentRows rows = rows()) {
            rows.renew();

            List<EvidenceRow> plain = plainly();
            assertThat(plain).hasSize(93);
            assertThat(walked(rows)).isEqualTo(plain).isEqualTo(walked(rows));
            assertThat(rows.count()).isEqualTo(93);
            assertThat(rows.damaged()).containsExactly(ExhibitId.of(6));
            assertThat(rows.withoutDetail()).isEqualTo(26);
            Known known = new Known(Set.of(ANNA), Set.of("203.0.113.9"), Set.of(), Set.of(), List.of());
            Reconstruction drawn = Reconstruction.of(known, rows::visit);
            assertThat(drawn).isEqualTo(Reconstruction.of(known, plain::forEach));
            assertThat(drawn.attackerRows()).isPositive();
            assertThat(drawn.outgoing()).isNotEmpty();
        }
    }

    /** Any of them in any pieces, some twice, some damaged, deleted or cut off. */
    private void some(Random random) {
        int exhibits = 1 + random.nextInt(8);
        for (int exhibit = 1; exhibit <= exhibits; exhibit++) {
            int from = random.nextInt(60);
            String hand = random.nextBoolean()
                    ? HIS
                    : HIS.replace("203.0.113.9", "198.51.100.7").replace("s-1", "s-2");
            String text = switch (random.nextInt(6)) {
                case 0 -> SIGN_INS;
                case 1 -> DIRECTORY;
                case 2 -> TRACE;
                default -> audits(from, from + 1 + random.nextInt(40), hand);
            };
            brought(exhibit, text);
            ExhibitId id = ExhibitId.of(exhibit);
            switch (random.nextInt(8)) {
                case 0 -> broken.put(id, new EvidenceDamagedException(id, "a", "b"));
                case 1 ->
                    broken.put(
                            id,
                            new EvidenceDeletedException(
                                    new Tombstone(9, Instant.EPOCH, id, Digest.sha256(new byte[0]), "a rule", "Anna")));
                case 2 -> sealed.put(id, (text.strip() + "{\"Id\":\"cut").getBytes(StandardCharsets.UTF_8));
                default -> {}
            }
        }
    }

    @Test
    void whatever_was_brought_in_whatever_pieces_the_reconstruction_is_to_the_letter_that_of_the_exhibits() {
        Known known = new Known(Set.of(ANNA), Set.of("203.0.113.9"), Set.of(), Set.of(), List.of());
        long his = 0;
        for (int seed = 0; seed < 60; seed++) {
            var drawn = new IncidentRowsTest();
            drawn.some(new Random(seed));
            try (IncidentRows rows = drawn.rows()) {
                rows.renew();

                Reconstruction found = Reconstruction.of(known, rows::visit);
                Reconstruction plain = Reconstruction.of(known, drawn.plainly()::forEach);
                assertThat(found).as("seed %s", seed).isEqualTo(plain).hasToString(plain.toString());
                his += found.attackerRows();
            }
        }
        assertThat(his).isPositive();
    }

    @Test
    void an_exhibit_is_read_once_however_often_the_rows_are_walked_over_and_again_where_there_are_others() {
        everyKind();
        List<ExhibitId> each = List.copyOf(records.numbers(INCIDENT).keySet());

        try (IncidentRows rows = rows()) {
            rows.renew();
            walked(rows);
            walked(rows);
            rows.renew();
            walked(rows);
            assertThat(copied).isEqualTo(each);

            brought(10, audits(200, 201, HIS));
            broken.remove(ExhibitId.of(6));
            rows.renew();
            assertThat(walked(rows)).isEqualTo(plainly()).hasSize(94);
            assertThat(rows.damaged()).isEmpty();
            assertThat(rows.withoutDetail()).isEqualTo(16);
        }
        assertThat(copied).hasSize(2 * each.size() + 1);
    }

    @Test
    void whoever_waits_is_told_how_far_it_is() {
        brought(1, audits(0, 2_500, HIS));

        try (IncidentRows rows = rows()) {
            rows.renew();
            assertThat(told).containsExactly("READING 2500", "1000", "2000", "end");
            told.clear();
            walked(rows);
            assertThat(told).containsExactly("1000", "2000");
        }
    }

    @Test
    void what_was_not_read_to_its_end_is_no_set_of_rows() {
        brought(1, audits(0, 3, HIS));
        broken.put(ExhibitId.of(1), new IllegalStateException("cut off"));

        try (IncidentRows rows = rows()) {
            assertThatThrownBy(rows::renew).hasMessage("cut off");
            assertThatThrownBy(rows::count).isInstanceOf(IllegalStateException.class);
            broken.clear();
            rows.renew();
            assertThat(walked(rows)).hasSize(3);
        }
    }

    @Test
    void an_incident_without_rows_has_none() {
        try (IncidentRows rows = rows()) {
            rows.renew();
            assertThat(walked(rows)).isEmpty();
        }
    }
}
