package dev.cordon.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.HashChain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every custody log promises; one subclass for each. */
public abstract class CustodyLogContract {
    /** A log without entries. */
    protected abstract CustodyLog emptyLog();

    @Test
    void an_empty_log_has_the_genesis_head() {
        assertThat(emptyLog().head()).isEqualTo(ChainHead.empty(Chain.CUSTODY));
        assertThat(emptyLog().entries(Acquisitions.INCIDENT)).isEmpty();
        assertThat(emptyLog().find(1)).isEmpty();
    }

    @Test
    void every_kind_of_event_is_read_back_as_it_was_written() {
        CustodyLog log = emptyLog();
        List<CustodyEvent> events = allKinds(log);

        List<CustodyEntry> written = events.stream()
                .map(event -> log.append(Acquisitions.INCIDENT, event))
                .toList();

        assertThat(log.entries(Acquisitions.INCIDENT)).isEqualTo(written);
        assertThat(log.entries(Acquisitions.INCIDENT))
                .extracting(CustodyEntry::event)
                .isEqualTo(events);
        assertThat(log.find(2)).contains(written.get(1));
    }

    @Test
    void numbers_have_no_gaps_and_each_entry_names_the_hash_before_it() {
        CustodyLog log = emptyLog();
        List<CustodyEvent> events = allKinds(log);
        for (int i = 0; i < events.size(); i++) {
            log.append(i % 2 == 0 ? Acquisitions.INCIDENT : Acquisitions.OTHER_INCIDENT, events.get(i));
        }

        List<CustodyEntry> all = IntStream.rangeClosed(1, events.size())
                .mapToObj(sequence -> log.find(sequence).orElseThrow())
                .toList();

        assertThat(all.getFirst().previous()).isEqualTo(HashChain.genesis(Chain.CUSTODY));
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).previous()).isEqualTo(all.get(i - 1).hash());
        }
        assertThat(log.head())
                .isEqualTo(new ChainHead(
                        Chain.CUSTODY, events.size(), all.getLast().hash()));
    }

    @Test
    void an_incident_sees_only_its_own_entries() {
        CustodyLog log = emptyLog();
        CustodyEntry own = log.append(Acquisitions.INCIDENT, new CustodyEvent.Verified("anna", true, 0, 0));
        log.append(Acquisitions.OTHER_INCIDENT, new CustodyEvent.Verified("bo", false, 1, 1));

        assertThat(log.entries(Acquisitions.INCIDENT)).containsExactly(own);
    }

    @Test
    void many_threads_append_without_gap_or_loss() throws InterruptedException {
        CustodyLog log = emptyLog();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(thread -> Thread.ofVirtual()
                        .start(() -> IntStream.range(0, 10)
                                .forEach(i -> log.append(
                                        Acquisitions.INCIDENT,
                                        new CustodyEvent.Verified("thread " + thread, true, i, 0)))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(log.entries(Acquisitions.INCIDENT))
                .extracting(CustodyEntry::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 80).mapToObj(Long::valueOf).toList());
    }

    private static List<CustodyEvent> allKinds(CustodyLog log) {
        return List.of(
                CustodyEvent.Acquired.of(Acquisitions.inboxRules()),
                new CustodyEvent.Accessed(
                        ExhibitId.of(1), "anna@contoso.example", "review \"rules\"\n\u0000\ud83d\ude00"),
                new CustodyEvent.Verified("cordon", true, 3, 0),
                new CustodyEvent.Exported(
                        Audience.POLICE,
                        "/home/admin/INC.zip",
                        "admin",
                        "\u202easked",
                        3,
                        1,
                        Digest.sha256(new byte[0])),
                new CustodyEvent.ReportWritten(
                        "/reports/a b.html",
                        Map.of(
                                "/reports/a b.html",
                                Digest.sha256(new byte[] {1}),
                                "\u001b",
                                Digest.sha256(new byte[0])),
                        ChainHead.empty(Chain.JOURNAL),
                        log.head()),
                new CustodyEvent.ReportWritten("", Map.of(), ChainHead.empty(Chain.JOURNAL), log.head()),
                new CustodyEvent.Anchored(ChainHead.empty(Chain.JOURNAL)),
                new CustodyEvent.Timestamped(
                        ExhibitId.of(1),
                        new Stamped.Heads(ChainHead.empty(Chain.JOURNAL), log.head()),
                        "https://tsa.example/\u202e",
                        Instant.parse("2026-03-02T08:20:00.5Z"),
                        "340282366920938463463374607431768211456",
                        "admin"),
                new CustodyEvent.Timestamped(
                        ExhibitId.of(1),
                        new Stamped.Export(Digest.sha256(new byte[0])),
                        "https://tsa.example",
                        Instant.parse("2026-03-02T08:20:00Z"),
                        "7",
                        "admin"),
                new CustodyEvent.Damaged(ExhibitId.of(1), "SHA-256 a", "\u001bnothing", "admin"),
                new CustodyEvent.Held("counsel\u001b[2J", "admin", "=claim 7"),
                new CustodyEvent.Released("counsel", "admin", ""),
                new CustodyEvent.Transferred("police", "admin", "asked", Optional.empty(), Optional.empty()),
                new CustodyEvent.Transferred(
                        "\u202epolice",
                        "admin",
                        "asked",
                        Optional.of("/home/admin/INC.zip"),
                        Optional.of(Digest.sha256(new byte[] {2}))),
                new CustodyEvent.Deleted(ExhibitId.of(1), Digest.sha256(new byte[0]), "closed, kept P3Y", "admin"),
                new CustodyEvent.Acquired(
                        "sign-ins",
                        "subject",
                        "source",
                        Optional.empty(),
                        Acquisitions.ACQUIRED_AT,
                        "text/plain",
                        0,
                        Digest.sha256(new byte[0]),
                        Digest.sha512(new byte[0])));
    }
}
