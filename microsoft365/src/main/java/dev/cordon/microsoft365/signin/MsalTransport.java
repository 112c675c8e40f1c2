package dev.cordon.microsoft365.signin;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.cordon.microsoft365.wire.Delivery;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Transport;
import dev.cordon.microsoft365.wire.WireClock;
import dev.cordon.tenant.Lane;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/** Lets the token library speak over our own client. Safe for many threads. */
final class MsalTransport implements IHttpClient {
    private final Transport transport;
    private final WireClock clock;
    private final URI authority;

    MsalTransport(Transport transport, WireClock clock, URI authority) {
        this.transport = transport;
        this.clock = clock;
        this.authority = authority;
    }

    ExecutorService threads() {
        return transport.threads();
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws Exception {
        var builder =
                java.net.http.HttpRequest.newBuilder(withPort(request.url().toURI()));
        request.headers().forEach(builder::header);
        if (request.httpMethod() == HttpMethod.POST) {
            builder.POST(BodyPublishers.ofString(request.body() == null ? "" : request.body()));
        }
        long mark = clock.mark();
        return switch (transport.deliver(builder.build(), Lane.CONTAINMENT)) {
            case Delivery.Arrived(Response response) -> {
                response.date().ifPresent(date -> clock.observe(date, mark));
                yield new MsalResponse(response);
            }
            case Delivery.NotSent(IOException cause, boolean mayPass) -> throw cause;
            case Delivery.Lost(IOException cause) -> throw cause;
        };
    }

    /** Where the library renews a token in silence, it forgets the port of the sign-in host. */
    private URI withPort(URI address) {
        boolean forgotten = address.getPort() < 0
                && authority.getPort() >= 0
                && authority.getHost().equalsIgnoreCase(address.getHost());
        return forgotten
                ? URI.create("https://" + authority.getRawAuthority()
                        + address.getRawPath()
                        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()))
                : address;
    }

    private record MsalResponse(Response response) implements IHttpResponse {
        @Override
        public int statusCode() {
            return response.status();
        }

        @Override
        public Map<String, List<String>> headers() {
            return response.headers().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        }

        @Override
        public String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }
    }
}
