package dev.cordon.investigation.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.records.LogRecord.Log;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to a file: it is read with every row accounted for, or refused with its place. */
class LogFilePropertyTest {
    private static final String TRACE = """
            {"MessageTraceId":"1341ac7b-13fb-42ab-4d44-08cf7f55890f","MessageId":"<m@x>","Received":"2026-03-01T22:04:05.1234567Z",\
            "SenderAddress":"anna@contoso.example","RecipientAddress":"bo%d@contoso.example","Subject":"Pay é","Status":"Delivered"}""";
    private static final String AUDIT = """
            {"id":"Directory_%d","activityDateTime":"2026-03-01T22:04:05Z","activityDisplayName":"Update user","result":"success",\
            "initiatedBy":{"user":{"userPrincipalName":"anna@contoso.example"}},"targetResources":[{"type":"User","id":"o"}]}""";
    private static final String SEARCHED =
            "{\"ResultIndex\":%d,\"AuditData\":\"{\\\"Id\\\":\\\"%d\\\",\\\"CreationTime\\\":\\\"2026-03-01T22:04:05\\\"}\"}";
    private static final String SUMMARY = """
            origin_timestamp_utc,sender_address,recipient_status,message_subject,message_id,network_message_id
            2026-03-01T22:04:05Z,a@x,"b@x##Receive, Deliver","Pay, ""now"" or",<m@x>,1341ac7b13fb42ab4d4408cf7f55890f
            2026-03-01T22:04:06Z,a@x,"b@x##Receive, Fail;c@x##Receive, Send",Hi,<n@x>,2341ac7b13fb42ab4d4408cf7f55890f
            """;

    private static String listed(String row) {
        return row.formatted(1, 1) + "," + row.formatted(2, 2) + "," + row.formatted(3, 3);
    }

    private static final List<byte[]> FILES = List.of(
            bytes("[" + listed(TRACE) + "]"),
            ("\ufeff[\r\n" + listed(TRACE) + "]\r\n").getBytes(StandardCharsets.UTF_16LE),
            bytes("{\"@odata.context\":\"x\",\"value\":[" + listed(AUDIT) + "],\"@odata.nextLink\":\"y\"}"),
            bytes("{\"@adminapi.warnings\":[],\"value\":[" + listed(SEARCHED) + "]}"),
            bytes(listed(AUDIT).replace("},{\"id\"", "}\n{\"id\"") + "\n"),
            bytes(SUMMARY),
            SUMMARY.getBytes(StandardCharsets.UTF_16LE));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<byte[]> spoilt() {
        Arbitrary<byte[]> one = Arbitraries.of(FILES);
        return one.flatMap(file -> Arbitraries.randomValue(random -> spoilt(file, random)));
    }

    /** Cut off, with bytes changed, taken out or put in, or another file behind it. */
    private static byte[] spoilt(byte[] file, Random random) {
        byte[] made = file.clone();
        for (int times = random.nextInt(3); times >= 0; times--) {
            int at = random.nextInt(made.length);
            switch (random.nextInt(5)) {
                case 0 -> made = Arrays.copyOf(made, Math.max(1, at));
                case 1 -> made[at] = (byte) random.nextInt(256);
                case 2 ->
                    made = joined(
                            Arrays.copyOf(made, at),
                            Arrays.copyOfRange(file, random.nextInt(file.length), file.length));
                case 3 -> made = joined(made, FILES.get(random.nextInt(FILES.size())));
                default -> made[at] = bytes("\"{}[],:;\n\u0000\\")[random.nextInt(11)];
            }
            made = made.length == 0 ? new byte[] {0} : made;
        }
        return made;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    @Property(tries = 500)
    void a_spoilt_file_is_read_with_every_row_accounted_for_or_refused_with_its_place(@ForAll("spoilt") byte[] file)
            throws IOException {
        List<LogRecord> records = new ArrayList<>();
        LogFile.Read read;
        try {
            read = LogFile.read(() -> new ByteArrayInputStream(file), records::add);
        } catch (MalformedLogFileException refused) {
            assertThat(refused.place()).matches("(row|byte|before byte|line) [0-9].*");
            assertThat(refused.reason()).isNotBlank();
            assertThat(refused.remedy()).isNotBlank();
            return;
        }
        assertAccounted(read.rows(), read.unreadable(), records);
    }

    @Property(tries = 500)
    void a_spoilt_answer_is_so_too_and_reads_the_same_as_its_exhibit(@ForAll("spoilt") byte[] answer)
            throws IOException {
        for (Log log : Log.values()) {
            List<LogRecord> records = new ArrayList<>();
            try {
                LogPageReader.Read read = LogPageReader.read(log, answer, (record, detail) -> records.add(record));
                assertAccounted(read.rows(), read.unreadable(), records);
                assertThat(records).extracting(LogRecord::log).containsOnly(onlyIfAny(records, log));
            } catch (MalformedLogFileException refused) {
                assertThat(refused.place()).matches("(row|byte|before byte) [0-9].*");
                continue;
            }
            if (!records.isEmpty()) {
                List<LogRecord> again = new ArrayList<>();
                LogFile.read(() -> new ByteArrayInputStream(answer), again::add);
                assertThat(again).containsAll(records);
            }
        }
    }

    private static Log[] onlyIfAny(List<LogRecord> records, Log log) {
        return records.isEmpty() ? new Log[0] : new Log[] {log};
    }

    private static void assertAccounted(long rows, List<UnreadableRow> unreadable, List<LogRecord> records) {
        Set<Long> numbers = new HashSet<>();
        records.forEach(record -> assertThat(numbers.add(record.row())).isTrue());
        unreadable.forEach(row -> assertThat(numbers.add(row.row())).isTrue());
        assertThat(numbers).hasSize((int) rows).allMatch(row -> row >= 1 && row <= rows);
    }
}
