package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Lane;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over the JDK's client and says how that ended. Changes go over HTTP/1.1: a connection that breaks takes one of them with
 * it, and each lane has its own, so containment finds one open that collection cannot have taken. Reads may be repeated, so they share one
 * HTTP/2 connection for each host where the host speaks it (docs/decisions/0013). Never follows a redirect. Safe for many threads.
 */
public final class Transport implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    static final int LARGEST_BODY = 128 * 1024 * 1024;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Lane, HttpClient> clients = new EnumMap<>(Lane.class);
    private final Openings openings = new Openings();
    private @Nullable HttpClient reads;
    private final @Nullable SSLContext trust;
    private final Duration answerTimeout;
    private volatile boolean closed;

    /** @param trust whom to trust; the platform's authorities when null */
    public Transport(@Nullable SSLContext trust, Duration answerTimeout) {
        this.trust = trust;
        this.answerTimeout = answerTimeout;
    }

    private synchronized HttpClient client(Lane lane) {
        return clients.computeIfAbsent(lane, first -> newClient(HttpClient.Version.HTTP_1_1));
    }

    private synchronized HttpClient readingClient() {
        HttpClient known = reads;
        if (known == null) {
            known = newClient(HttpClient.Version.HTTP_2);
            reads = known;
        }
        return known;
    }

    /** Leaves a connection that does not answer to those who still wait for it; whoever comes next opens another. */
    private synchronized void giveUp(HttpClient silent) {
        if (silent.equals(reads)) {
            reads = null;
            openings.forget();
            silent.shutdown();
        }
    }

    /** Makes the client of a lane before it is wanted. */
    public void prepare(Lane lane) {
        Objects.requireNonNull(client(lane));
    }

    private HttpClient newClient(HttpClient.Version version) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(version)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads);
        if (trust != null) {
            builder.sslContext(trust);
        }
        return builder.build();
    }

    /** Sends the request once and waits for the whole answer. */
    public Delivery deliver(HttpRequest request, Lane lane) throws InterruptedException {
        return deliver(request, lane, LARGEST_BODY);
    }

    /** The same of an answer that is given up where it is longer than {@code largest} bytes. */
    Delivery deliver(HttpRequest request, Lane lane, int largest) throws InterruptedException {
        if (closed) {
            return closed();
        }
        return delivered(client(lane), request, largest);
    }

    /** Sends a request that changes nothing once, beside others over the same connection, and waits for the whole answer. */
    Delivery read(HttpRequest request) throws InterruptedException {
        return read(request, LARGEST_BODY);
    }

    /** The same of an answer that is given up where it is longer than {@code largest} bytes. */
    Delivery read(HttpRequest request, int largest) throws InterruptedException {
        if (closed) {
            return closed();
        }
        HttpClient client = readingClient();
        Openings.Turn turn = openings.take(request);
        try {
            Delivery delivery = delivered(client, turn.request(), largest);
            if (delivery instanceof Delivery.Lost(var cause) && cause instanceof Silence) {
                giveUp(client);
            }
            return delivery;
        } finally {
            turn.end();
        }
    }

    private static Delivery closed() {
        return new Delivery.NotSent(new ConnectException("The connection to the tenant is closed"), false);
    }

    private Delivery delivered(HttpClient client, HttpRequest request, int largest) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, body(largest));
        try {
            return new Delivery.Arrived(response(answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS), largest));
        } catch (TooLargeException e) {
            return new Delivery.Lost(e);
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (TimeoutException e) {
            return new Delivery.Lost(new Silence(answerTimeout));
        } finally {
            answer.cancel(true);
        }
    }

    private static BodyHandler<byte[]> body(int largest) {
        return largest < LARGEST_BODY
                ? _ -> new BoundedBody(largest)
                : BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY);
    }

    /** No whole answer came in time. */
    private static final class Silence extends IOException {
        private static final long serialVersionUID = 1;

        Silence(Duration timeout) {
            super("No whole answer within " + timeout.toSeconds() + " s");
        }
    }

    /** A thread for each task, for those who work beside the requests. */
    public ExecutorService threads() {
        return threads;
    }

    boolean isClosed() {
        return closed;
    }

    private static Delivery failed(@Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof TooLargeException tooLarge) {
                return new Delivery.Lost(tooLarge);
            }
            if (at instanceof ConnectException
                    || at instanceof UnknownHostException
                    || at instanceof UnresolvedAddressException
                    || at instanceof java.net.http.HttpConnectTimeoutException
                    || at instanceof SSLHandshakeException) {
                return new Delivery.NotSent(
                        new IOException(Broken.inWords(cause), cause), !(at instanceof SSLHandshakeException));
            }
        }
        return new Delivery.Lost(new IOException(Broken.inWords(cause), cause));
    }

    private static Response response(HttpResponse<byte[]> answer, int largest) throws TooLargeException {
        Map<String, String> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        byte[] body = answer.body();
        if ("gzip".equalsIgnoreCase(headers.get("content-encoding"))) {
            body = decompressed(body, largest);
        }
        return new Response(answer.statusCode(), headers, body);
    }

    /** Exchange declares gzip over NUL bytes: what does not decompress stays as it came. */
    private static byte[] decompressed(byte[] body, int largest) throws TooLargeException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = stream.readNBytes(largest);
            if (stream.read() < 0) {
                return plain;
            }
        } catch (IOException e) {
            return body;
        }
        if (largest < LARGEST_BODY) {
            throw new TooLargeException(largest);
        }
        return body;
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            List<HttpClient> all = new ArrayList<>(clients.values());
            if (reads != null) {
                all.add(reads);
            }
            all.forEach(HttpClient::shutdownNow);
            all.forEach(HttpClient::close);
        }
        threads.shutdownNow();
        threads.close();
    }
}
