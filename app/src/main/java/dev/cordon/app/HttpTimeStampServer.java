package dev.cordon.app;

import dev.cordon.evidence.attestation.TimeStampServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A time-stamp server behind an address. Follows nobody elsewhere, and waits for the whole answer for a bounded time. */
final class HttpTimeStampServer implements TimeStampServer {
    /** How long the whole answer may take. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final URI address;
    private final Duration patience;

    HttpTimeStampServer(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public byte[] answer(byte[] request) throws IOException {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            HttpResponse<byte[]> response = await(http.sendAsync(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/timestamp-query")
                            .header("Accept", "application/timestamp-reply")
                            .POST(BodyPublishers.ofByteArray(request))
                            .build(),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER)));
            if (response.statusCode() != 200) {
                throw new IOException("it answered with HTTP status " + response.statusCode());
            }
            return response.body();
        } finally {
            http.shutdownNow();
        }
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer) throws IOException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new IOException("no answer came within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException("it cannot be asked (" + said(e.getCause()) + ")", e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("asking it was interrupted");
        }
    }

    private static String said(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        return message == null || message.isBlank() ? "no connection" : message;
    }
}
