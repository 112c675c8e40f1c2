package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.reconstruction.EvidenceRow;
import dev.cordon.investigation.records.AuditDetail;
import dev.cordon.investigation.records.DirectoryDetail;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.MailDetail;
import dev.cordon.investigation.records.RowDetail;
import dev.cordon.investigation.records.TraceDetail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RowBytesTest {
    /** Of one byte, of two, halves of a character, and what stands at the ends. */
    private static final String CHARACTERS = "a\0\u00ff\u0100\u20ac\ud83d\ude00\uffff\n\"";

    /** Draws texts and numbers. */
    private record Drawn(Random random) {
        String text() {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(7); left > 0; left--) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            return random.nextInt(40) == 0 ? text.toString().repeat(3_000) : text.toString();
        }

        String filled() {
            return "x" + text();
        }

        /** As many with few bits as with many. */
        long number() {
            return random.nextLong() >> random.nextInt(Long.SIZE);
        }

        long count() {
            return number() & Long.MAX_VALUE;
        }

        <E> E one(E[] of) {
            return of[(int) (count() % of.length)];
        }

        <T> List<T> list(Function<Drawn, T> of) {
            List<T> list = new ArrayList<>();
            for (long left = count() % 4; left > 0; left--) {
                list.add(of.apply(this));
            }
            return list;
        }

        Map<String, String> map() {
            Map<String, String> map = new HashMap<>();
            list(Drawn::text).forEach(name -> map.put(name, text()));
            return map;
        }

        boolean isSo() {
            return random.nextBoolean();
        }
    }

    private static EvidenceRow row(Drawn drawn) {
        var record = new LogRecord(
                drawn.one(LogRecord.Log.values()),
                drawn.filled(),
                Instant.ofEpochSecond(631_152_000 + drawn.count() % 6_000_000_000L, drawn.count() % 1_000_000_000),
                drawn.one(LogRecord.ZoneRule.values()),
                drawn.text(),
                drawn.text(),
                drawn.text(),
                drawn.text(),
                drawn.text(),
                drawn.one(LogRecord.Outcome.values()),
                drawn.text(),
                drawn.text(),
                drawn.text(),
                1 + drawn.count() % Integer.MAX_VALUE);
        return new EvidenceRow(
                ExhibitId.of(1 + drawn.count() % 999_999), record, drawn.isSo() ? detail(drawn) : RowDetail.NONE);
    }

    private static RowDetail detail(Drawn drawn) {
        return new RowDetail(
                drawn.text(),
                drawn.text(),
                drawn.text(),
                drawn.text(),
                drawn.text(),
                drawn.text(),
                drawn.text(),
                drawn.isSo() ? mail(drawn) : MailDetail.NONE,
                drawn.map(),
                drawn.list(Drawn::text),
                drawn.text(),
                drawn.isSo()
                        ? new DirectoryDetail(
                                drawn.text(),
                                drawn.isSo(),
                                drawn.list(one -> new DirectoryDetail.Target(
                                        one.one(DirectoryDetail.Type.values()), one.text(), one.filled())))
                        : DirectoryDetail.NONE,
                drawn.isSo() ? new TraceDetail(drawn.text(), drawn.text(), drawn.list(Drawn::text)) : TraceDetail.NONE,
                drawn.isSo()
                        ? new AuditDetail(drawn.map(), drawn.list(Drawn::text), drawn.text(), drawn.text())
                        : AuditDetail.NONE);
    }

    private static MailDetail mail(Drawn drawn) {
        return new MailDetail(
                drawn.one(MailDetail.Access.values()),
                drawn.one(MailDetail.Throttling.values()),
                drawn.count(),
                drawn.list(one -> new MailDetail.Message(one.filled(), one.text(), one.text())),
                drawn.count(),
                drawn.list(Drawn::text),
                drawn.text());
    }

    @Test
    void a_row_comes_back_to_the_letter_whatever_stands_in_it() {
        var writer = new RowBytes();
        var reader = new RowBytes();
        for (int seed = 0; seed < 2_000; seed++) {
            EvidenceRow row = row(new Drawn(new Random(seed)));
            byte[] bytes = writer.of(row);

            assertThat(reader.row(Arrays.copyOf(bytes, bytes.length + 7)))
                    .as("seed %s", seed)
                    .isEqualTo(row);
        }
    }
}
