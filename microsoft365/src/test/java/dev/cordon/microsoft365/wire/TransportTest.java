package dev.cordon.microsoft365.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.wire.FramesDouble.Ending;
import dev.cordon.tenant.Lane;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransportTest {
    private final Transport transport = new Transport(FramesDouble.trusting(), Duration.ofSeconds(30));
    private FramesDouble host = new FramesDouble(request -> Ending.ANSWERED);

    @AfterEach
    void close() {
        transport.close();
        host.close();
    }

    @Test
    void reads_at_the_same_time_share_one_connection() throws InterruptedException, ExecutionException {
        assertThat(readAtOnce(20)).allMatch(Delivery.Arrived.class::isInstance);

        assertThat(host.connections()).containsExactly("h2");
    }

    @Test
    void changes_have_connections_of_their_own_on_which_nothing_else_is_under_way() throws InterruptedException {
        transport.read(request());
        transport.deliver(request(), Lane.CONTAINMENT);
        transport.deliver(request(), Lane.CONTAINMENT);

        assertThat(host.connections()).containsExactly("h2", "http/1.1");
    }

    @Test
    void a_reset_stream_is_a_lost_answer_and_the_others_are_not_touched()
            throws InterruptedException, ExecutionException {
        host(request -> request == 5 ? Ending.STREAM_RESET : Ending.ANSWERED);

        List<Delivery> deliveries = readAtOnce(10);

        assertThat(deliveries).filteredOn(Delivery.Lost.class::isInstance).hasSize(1);
        assertThat(deliveries).filteredOn(Delivery.Arrived.class::isInstance).hasSize(9);
        assertThat(host.connections()).containsExactly("h2");
    }

    @Test
    void a_connection_that_breaks_loses_what_is_under_way_and_the_next_read_opens_another()
            throws InterruptedException {
        host(request -> request == 1 ? Ending.CONNECTION_CUT : Ending.ANSWERED);
        transport.read(request());

        assertThat(transport.read(request())).isInstanceOf(Delivery.Lost.class);
        assertThat(transport.read(request())).isInstanceOf(Delivery.Arrived.class);
        assertThat(host.connections()).containsExactly("h2", "h2");
        assertThat(host.requests()).isEqualTo(3);
    }

    @Test
    void what_a_host_that_goes_away_has_not_looked_at_is_asked_elsewhere() throws InterruptedException {
        host(request -> request == 0 ? Ending.GONE_AWAY : Ending.ANSWERED);

        assertThat(transport.read(request())).isInstanceOf(Delivery.Arrived.class);

        assertThat(host.connections()).containsExactly("h2", "h2");
    }

    @Test
    void a_connection_that_does_not_answer_is_left() throws InterruptedException {
        host(request -> request == 1 ? Ending.SILENT : Ending.ANSWERED);
        try (Transport hasty = new Transport(FramesDouble.trusting(), Duration.ofSeconds(2))) {
            hasty.read(request());

            assertThat(hasty.read(request())).isInstanceOf(Delivery.Lost.class);
            assertThat(hasty.read(request())).isInstanceOf(Delivery.Arrived.class);
        }
        assertThat(host.connections()).containsExactly("h2", "h2");
    }

    @Test
    void nobody_waits_for_a_connection_that_cannot_be_opened() throws InterruptedException, ExecutionException {
        host.close();

        assertThat(readAtOnce(3)).allMatch(Delivery.NotSent.class::isInstance);
    }

    private void host(IntFunction<Ending> endings) {
        host.close();
        host = new FramesDouble(endings);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(host.address()).build();
    }

    private List<Delivery> readAtOnce(int reads) throws InterruptedException, ExecutionException {
        List<Future<Delivery>> sent = new ArrayList<>();
        for (int read = 0; read < reads; read++) {
            sent.add(transport.threads().submit(() -> transport.read(request())));
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (Future<Delivery> future : sent) {
            deliveries.add(future.get());
        }
        return deliveries;
    }
}
