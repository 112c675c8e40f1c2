package dev.cordon.simulator.server;

import dev.cordon.simulator.faults.Reception;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.AttackerPass;
import dev.cordon.simulator.wire.Host;
import dev.cordon.simulator.wire.HostNames;
import dev.cordon.simulator.wire.Trace;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireRequest.Source;
import dev.cordon.simulator.wire.WireResponse;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Turns HTTP requests into wire requests and wire answers into HTTP answers; {@code Date} is tenant time. */
final class Front {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final TenantState state;
    private final Reception reception;
    private final HostNames names;
    private final AttackerPass pass;

    Front(TenantState state, Reception reception, HostNames names, AttackerPass pass) {
        this.state = state;
        this.reception = reception;
        this.names = names;
        this.pass = pass;
    }

    /** A port that is one host, whatever name it is called by. */
    Handler as(Host host) {
        return (request, response) -> handle(host, request, response);
    }

    /** A port that is whichever host the request names. */
    Handler byName() {
        return (request, response) -> {
            Optional<Host> host = names.find(request.authority());
            if (host.isPresent()) {
                handle(host.get(), request, response);
            } else {
                send(
                        WireResponse.text(
                                421,
                                "text/plain",
                                "The simulated tenant has no host called " + request.authority()
                                        + "; start it with --names to add one.\n"),
                        response);
            }
        };
    }

    private void handle(Host host, ServerRequest request, ServerResponse response) {
        send(reception.receive(wire(host, request)), response);
    }

    private WireRequest wire(Host host, ServerRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : request.headers()) {
            headers.put(header.name().toLowerCase(Locale.ROOT), String.join(", ", header.allValues()));
        }
        byte[] body = request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
        return new WireRequest(
                host,
                "https://" + request.authority(),
                request.prologue().method().text(),
                request.prologue().uriPath().rawPath(),
                request.query().rawValue(),
                headers,
                body,
                null,
                UUID.randomUUID().toString(),
                source(headers, request),
                new Trace());
    }

    private Source source(Map<String, String> headers, ServerRequest request) {
        return Optional.ofNullable(headers.get(AttackerPass.HEADER))
                .flatMap(pass::source)
                .orElseGet(() -> new Source(address(request), headers.getOrDefault("user-agent", ""), false));
    }

    /** The logs name addresses, and a host's name is none. */
    private static String address(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress peer && peer.getAddress() != null
                ? peer.getAddress().getHostAddress()
                : request.remotePeer().host();
    }

    private void send(WireResponse wire, ServerResponse response) {
        if (wire.ending() == WireResponse.Ending.CUT) {
            throw new CloseConnectionException("fault: connection cut");
        }
        response.status(Status.create(wire.status()));
        wire.headers().forEach(response::header);
        response.header(HeaderNames.DATE, HTTP_DATE.format(state.now()));
        if (wire.ending() == WireResponse.Ending.TRUNCATED) {
            truncate(wire, response);
        } else if (wire.body().length == 0) {
            response.send();
        } else {
            response.send(wire.body());
        }
    }

    private static void truncate(WireResponse wire, ServerResponse response) {
        response.contentLength(wire.body().length);
        try {
            OutputStream out = response.outputStream();
            out.write(wire.body(), 0, wire.body().length / 2);
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        throw new CloseConnectionException("fault: body truncated");
    }
}
