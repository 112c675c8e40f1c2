package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.evidence.attestation.TimeStampServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTimeStampServerTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/echo",
                exchange -> answer(exchange, 200, exchange.getRequestBody().readAllBytes()));
        server.createContext(
                "/type",
                exchange -> answer(
                        exchange,
                        200,
                        exchange.getRequestHeaders()
                                .getFirst("Content-Type")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        server.createContext("/error", exchange -> answer(exchange, 500, new byte[3]));
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            answer(exchange, 302, new byte[0]);
        });
        server.createContext("/much", exchange -> answer(exchange, 200, new byte[TimeStampServer.LONGEST_ANSWER + 1]));
        server.createContext("/never", exchange -> await());
        server.createContext("/begins", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private byte[] asked(String path, Duration patience) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new HttpTimeStampServer(address, patience).answer(new byte[] {1, 2, 3});
    }

    @Test
    void posts_the_question_and_gives_the_answer_back_unread() throws IOException {
        assertThat(asked("/echo", LONG)).containsExactly(1, 2, 3);
        assertThat(asked("/type", LONG)).asString().isEqualTo("application/timestamp-query");
    }

    @Test
    void whatever_else_comes_is_no_answer_and_says_why() {
        assertThatThrownBy(() -> asked("/error", LONG)).hasMessageContaining("HTTP status 500");
        assertThatThrownBy(() -> asked("/elsewhere", LONG)).hasMessageContaining("HTTP status 302");
        assertThatThrownBy(() -> asked("/nowhere", LONG)).hasMessageContaining("HTTP status 404");
        assertThatThrownBy(() -> asked("/much", LONG)).isInstanceOf(IOException.class);
        Duration short_ = Duration.ofMillis(300);
        assertThatThrownBy(() -> asked("/never", short_)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> asked("/begins", short_)).hasMessageContaining("no answer came");
        server.stop(0);
        assertThatThrownBy(() -> asked("/echo", LONG)).isInstanceOf(IOException.class);
    }
}
