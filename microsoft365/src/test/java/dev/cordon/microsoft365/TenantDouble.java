package dev.cordon.microsoft365;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** Microsoft 365 on one port: gives tokens by itself and answers everything else as the test says, faults included. */
final class TenantDouble implements AutoCloseable {
    static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final SSLContext CONTEXT = context();

    private final SSLServerSocket server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Reply> handler = request -> Reply.status(501);
    private volatile Supplier<Instant> clock = Instant::now;
    private volatile String graphClaims = "\"roles\":[\"User.Read.All\"]";
    private volatile String exchangeClaims = "\"roles\":[\"Exchange.ManageAsApp\"]";
    private volatile boolean delegated;
    private volatile Reply tokenFailure = Reply.status(503);
    private final AtomicInteger tokenFailures = new AtomicInteger();

    TenantDouble() {
        try {
            server = (SSLServerSocket)
                    CONTEXT.getServerSocketFactory().createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** A request as it came. */
    record Asked(String method, String path, Map<String, String> headers, String body) {
        /** The path with its query, decoded. */
        String readable() {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        }

        boolean isToken() {
            return path.endsWith("/oauth2/v2.0/token");
        }

        @Override
        public String toString() {
            return method + " " + readable();
        }
    }

    /** An answer, or the lack of one. */
    record Reply(int status, Map<String, String> headers, String body, Fault fault) {
        static Reply json(String body) {
            return new Reply(200, Map.of("Content-Type", "application/json"), body, Fault.NONE);
        }

        static Reply status(int status) {
            return new Reply(status, Map.of(), "", Fault.NONE);
        }

        static Reply error(int status, String code, String message) {
            return json("{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}")
                    .with(status);
        }

        Reply with(int other) {
            return new Reply(other, headers, body, fault);
        }

        Reply with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body, fault);
        }

        Reply with(Fault other) {
            return new Reply(status, headers, body, other);
        }
    }

    /** What goes wrong on the way. */
    enum Fault {
        NONE,
        /** The connection ends without an answer. */
        RESET,
        /** The connection stays open without an answer. */
        SILENT,
        /** The connection ends in the middle of the body. */
        TRUNCATED
    }

    void answer(Function<Asked, Reply> with) {
        handler = with;
    }

    void clock(Supplier<Instant> time) {
        clock = time;
    }

    /** Members of the Graph token beside the usual ones, as JSON. */
    void graphClaims(String claims) {
        graphClaims = claims;
    }

    void exchangeClaims(String claims) {
        exchangeClaims = claims;
    }

    /** The next token requests are answered with 503. */
    void tokensFail(int times) {
        tokensFail(
                times,
                Reply.json("{\"error\":\"temporarily_unavailable\",\"error_description\":\"AADSTS90033: later\"}")
                        .with(503));
    }

    void tokensFail(int times, Reply with) {
        tokenFailure = with;
        tokenFailures.set(times);
    }

    void delegated() {
        delegated = true;
    }

    /** Everything asked for, tokens left out. */
    List<Asked> asked() {
        return asked.stream().filter(each -> !each.isToken()).toList();
    }

    List<Asked> tokensAsked() {
        return asked.stream().filter(Asked::isToken).toList();
    }

    String address() {
        return "https://localhost:" + server.getLocalPort();
    }

    /** Writes a connection document into the folder. */
    Path document(Path folder) throws IOException {
        copy("ca.pem", folder);
        copy("application.p12", folder);
        Path document = folder.resolve("tenant.json");
        Files.writeString(document, """
                {"tenantId":"%s","domain":"contoso.example","authority":"%s/%s","graph":"%s","exchange":"%s","compliance":"%s",
                 "caFile":"ca.pem","clientId":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","certificateFile":"application.p12",
                 "certificatePassword":"secret-of-file","operator":"admin@contoso.example","suspects":[]}
                """.formatted(TENANT, address(), TENANT, address(), address(), address()));
        return document;
    }

    private static void copy(String resource, Path folder) throws IOException {
        try (InputStream stream = TenantDouble.class.getResourceAsStream(resource)) {
            Files.write(folder.resolve(resource), stream.readAllBytes());
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                Asked request = read(in);
                if (request == null) {
                    return;
                }
                asked.add(request);
                Reply reply = request.isToken() ? token(request) : handler.apply(request);
                if (!write(reply, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    private static @Nullable Asked read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        String[] parts = first.split(" ");
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Asked(parts[0], parts[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private boolean write(Reply reply, OutputStream out) throws IOException {
        if (reply.fault() == Fault.SILENT) {
            return true;
        }
        if (reply.fault() == Fault.RESET) {
            return false;
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " X\r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (!reply.headers().containsKey("Date")) {
            head.append("Date: ")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            clock.get().atOffset(ZoneOffset.UTC)))
                    .append("\r\n");
        }
        head.append("request-id: r-").append(asked.size()).append("\r\n");
        if (reply.status() != 204) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (reply.fault() == Fault.TRUNCATED) {
            out.write(body, 0, body.length / 2);
            out.flush();
            return false;
        }
        out.write(body);
        out.flush();
        return true;
    }

    private Reply token(Asked request) {
        if (tokenFailures.getAndDecrement() > 0) {
            return tokenFailure;
        }
        boolean exchange = request.body().contains("outlook");
        String claims = exchange ? exchangeClaims : graphClaims;
        String id =
                "\"oid\":\"99999999-0000-0000-0000-000000000001\",\"appid\":\"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\","
                        + "\"uti\":\"" + asked.size() + "\"," + (delegated ? "" : "\"idtyp\":\"app\",");
        String payload = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{" + id + claims + "}").getBytes(StandardCharsets.UTF_8));
        if (!request.body().contains("client_credentials")) {
            return signedIn(payload);
        }
        return Reply.json(
                "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"ext_expires_in\":3600,\"access_token\":\"e30."
                        + payload + ".signature\"}");
    }

    private static Reply signedIn(String payload) {
        String user = base64(
                "{\"aud\":\"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee\",\"iss\":\"https://localhost/\",\"tid\":\"" + TENANT
                        + "\",\"oid\":\"99999999-0000-0000-0000-000000000001\",\"sub\":\"s\",\"preferred_username\":\"admin@contoso.example\"}");
        String info = base64("{\"uid\":\"99999999-0000-0000-0000-000000000001\",\"utid\":\"" + TENANT + "\"}");
        return Reply.json(
                "{\"token_type\":\"Bearer\",\"scope\":\"x\",\"expires_in\":3600,\"ext_expires_in\":3600,\"access_token\":\"e30."
                        + payload + ".signature\",\"refresh_token\":\"refresh\",\"id_token\":\"e30." + user
                        + ".signature\",\"client_info\":\"" + info + "\"}");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SSLContext context() {
        try (InputStream stream = TenantDouble.class.getResourceAsStream("server.p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stream, "double".toCharArray());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, "double".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
