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
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RowBytesTest {
    private static final int TEXTS = 200;

    /** Takes the next of these texts and numbers, again from the first where they end. */
    private record Drawn(List<String> texts, List<Long> numbers, int[] at) {
        String text() {
            return texts.get(at[0]++ % texts.size());
        }

        String filled() {
            return "x" + text();
        }

        long number() {
            return numbers.get(at[0]++ % numbers.size());
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
            return (number() & 1) == 0;
        }
    }

    /** Texts of any characters, halves of some among them. */
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> any = Arbitraries.strings()
                .withChars('a', '\0', '\u00ff', '\u0100', '\u20ac', '\ud83d', '\ude00', '\uffff')
                .ofMaxLength(9);
        return Arbitraries.oneOf(any, Arbitraries.strings().all().ofMaxLength(20), Arbitraries.just(""))
                .list()
                .ofSize(TEXTS);
    }

    @Provide
    Arbitrary<List<Long>> numbers() {
        return Arbitraries.longs().list().ofSize(40);
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
                drawn.isSo()
                        ? new TraceDetail(drawn.text(), drawn.text(), drawn.list(Drawn::text))
                        : TraceDetail.NONE,
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

    @Property(tries = 300)
    void a_row_comes_back_to_the_letter_whatever_stands_in_it(
            @ForAll("texts") List<String> texts, @ForAll("numbers") List<Long> numbers) {
        var drawn = new Drawn(texts, numbers, new int[1]);
        EvidenceRow first = row(drawn);
        EvidenceRow second = row(drawn);
        var writer = new RowBytes();
        byte[] one = copied(writer.of(first));
        byte[] other = copied(writer.of(second));

        var reader = new RowBytes();
        assertThat(reader.row(one)).isEqualTo(first);
        assertThat(reader.row(Arrays.copyOf(other, other.length + 7))).isEqualTo(second);
    }

    private static byte[] copied(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return copy;
    }
}
