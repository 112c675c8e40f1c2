package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Lane;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
 * Sends requests over the JDK's client and says how that ended. HTTP/1.1: a connection that breaks takes one request with it, not all of
 * them. Each lane has connections of its own, so containment finds one open that collection cannot have taken. Never follows a redirect.
 * Safe for many threads.
 */
public final class Transport implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int LARGEST_BODY = 128 * 1024 * 1024;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Lane, HttpClient> clients = new EnumMap<>(Lane.class);
    private final @Nullable SSLContext trust;
    private final Duration answerTimeout;
    private volatile boolean closed;

    /** @param trust whom to trust; the platform's authorities when null */
    public Transport(@Nullable SSLContext trust, Duration answerTimeout) {
        this.trust = trust;
        this.answerTimeout = answerTimeout;
    }

    private synchronized HttpClient client(Lane lane) {
        return clients.computeIfAbsent(lane, first -> newClient());
    }

    /** Makes the connections of a lane possible before one is wanted. */
    public void prepare(Lane lane) {
        FirstWords.say(client(lane).sslContext());
    }

    private HttpClient newClient() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
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
        if (closed) {
            return new Delivery.NotSent(new ConnectException("The connection to the tenant is closed"), false);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                client(lane).sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY));
        try {
            return new Delivery.Arrived(response(answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (TimeoutException e) {
            return new Delivery.Lost(new IOException("No whole answer within " + answerTimeout.toSeconds() + " s"));
        } finally {
            answer.cancel(true);
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
            if (at instanceof ConnectException
                    || at instanceof UnknownHostException
                    || at instanceof UnresolvedAddressException
                    || at instanceof java.net.http.HttpConnectTimeoutException
                    || at instanceof SSLHandshakeException) {
                return new Delivery.NotSent(new IOException(words(at), cause), !(at instanceof SSLHandshakeException));
            }
        }
        return new Delivery.Lost(cause instanceof IOException io ? io : new IOException(words(cause), cause));
    }

    private static String words(@Nullable Throwable cause) {
        if (cause == null) {
            return "unknown";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static Response response(HttpResponse<byte[]> answer) {
        Map<String, String> headers = new HashMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        byte[] body = answer.body();
        if ("gzip".equalsIgnoreCase(headers.get("content-encoding"))) {
            body = decompressed(body);
        }
        return new Response(answer.statusCode(), headers, body);
    }

    /** Exchange declares gzip over NUL bytes: what does not decompress stays as it came. */
    private static byte[] decompressed(byte[] body) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = stream.readNBytes(LARGEST_BODY);
            return stream.read() < 0 ? plain : body;
        } catch (IOException e) {
            return body;
        }
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            clients.values().forEach(HttpClient::shutdownNow);
            clients.values().forEach(HttpClient::close);
        }
        threads.shutdownNow();
        threads.close();
    }
}
