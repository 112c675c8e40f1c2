package dev.cordon.microsoft365.connection;

import dev.cordon.microsoft365.connection.ConnectionDocument.Certificate;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Secret;
import dev.cordon.tenant.TenantException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a connection document and reports every problem in it at once. One document, one thread. */
public final class ConnectionReader {
    private static final long LARGEST = 1024 * 1024;

    private final Path document;
    private final List<String> problems = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private ConnectionReader(Path document) {
        this.document = document;
    }

    /**
     * Reads the document. Members it does not know are left alone: a later version may have written them.
     *
     * @param needsCertificate whether it must name a certificate
     * @throws TenantException {@link Failure.Reason#REFUSED} with all problems in the message; {@link Failure.Reason#UNREACHABLE} when it is
     *     well formed, but it or a file it names is not there
     */
    public static ConnectionDocument read(Path document, boolean needsCertificate) {
        return new ConnectionReader(document).read(needsCertificate);
    }

    private ConnectionDocument read(boolean needsCertificate) {
        JsonItem item = item();
        String tenantId = text(item, "tenantId").orElse("");
        if (!tenantId.matches("[A-Za-z0-9.-]{1,253}")) {
            problems.add("tenantId must be the directory's id or a verified domain");
        }
        String clientId = text(item, "clientId").orElse("");
        if (!clientId.matches("[0-9A-Fa-f-]{36}")) {
            problems.add("clientId must be the id of an application registration");
        }
        Optional<URI> authority = address(item, "authority");
        Cloud cloud = cloud(item, authority);
        Optional<URI> graph = address(item, "graph");
        Optional<URI> exchange = address(item, "exchange");
        Optional<URI> compliance = address(item, "compliance");
        Optional<Path> caFile = file(item, "caFile");
        Optional<Certificate> certificate = certificate(item, needsCertificate);
        Optional<String> operator = text(item, "operator");
        Set<String> breakGlass = texts(item, "breakGlass");
        if (!problems.isEmpty()) {
            problems.addAll(missing);
            throw refused(String.join("; ", problems));
        }
        if (!missing.isEmpty()) {
            throw unreachable(String.join("; ", missing));
        }
        return new ConnectionDocument(
                tenantId,
                cloud,
                withTenant(authority.orElse(cloud.login()), tenantId),
                root(graph.orElse(cloud.graph())),
                root(exchange.orElse(cloud.exchange())),
                root(compliance.orElse(cloud.compliance())),
                caFile,
                clientId,
                certificate,
                operator,
                breakGlass);
    }

    private JsonItem item() {
        try {
            if (Files.size(document) > LARGEST) {
                throw refused("it is larger than a connection document can be");
            }
            return StrictJson.object(Files.readAllBytes(document));
        } catch (IOException e) {
            throw Files.exists(document) ? refused(unread(e)) : unreachable("the document is not there");
        } catch (UnreadableJson e) {
            throw refused("it is not a JSON object: " + e.getMessage());
        }
    }

    private static String unread(IOException trouble) {
        return switch (trouble) {
            case AccessDeniedException _ -> "it may not be read by whoever runs this";
            default -> "it cannot be read: it is a folder, or the disk refuses";
        };
    }

    private Optional<String> text(JsonItem item, String name) {
        try {
            return item.find(name).filter(text -> !text.isBlank());
        } catch (UnreadableJson e) {
            problems.add(name + " must be a text");
            return Optional.empty();
        }
    }

    private Set<String> texts(JsonItem item, String name) {
        try {
            List<String> texts = item.texts(name).stream().map(String::strip).toList();
            if (texts.stream().anyMatch(String::isEmpty)) {
                problems.add(name + " must name an account in each of its texts");
            }
            return new TreeSet<>(texts);
        } catch (UnreadableJson e) {
            problems.add(name + " must be a list of texts");
            return Set.of();
        }
    }

    private Cloud cloud(JsonItem item, Optional<URI> authority) {
        Optional<String> name = text(item, "cloud");
        Optional<Cloud> named = name.flatMap(Cloud::named);
        if (name.isPresent() && named.isEmpty()) {
            problems.add("cloud must be global, gcc-high, dod or china");
        }
        return named.or(() -> authority.flatMap(address -> Cloud.ofLogin(address.getHost())))
                .orElse(Cloud.GLOBAL);
    }

    private Optional<URI> address(JsonItem item, String name) {
        Optional<String> text = text(item, name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text.get());
            if ("https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null) {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            // Falls through to the same problem.
        }
        problems.add(name + " must be an https address");
        return Optional.empty();
    }

    private Optional<Path> file(JsonItem item, String name) {
        Optional<String> text = text(item, name);
        try {
            Optional<Path> file = text.map(path -> document.toAbsolutePath().resolveSibling(path));
            if (file.isPresent() && !Files.isReadable(file.get())) {
                if (Files.exists(file.get())) {
                    problems.add(name + " names a file that cannot be read");
                } else {
                    missing.add(name + " names " + file.get() + ", which is not there");
                }
            }
            return file;
        } catch (InvalidPathException e) {
            problems.add(name + " is not a path");
            return Optional.empty();
        }
    }

    private Optional<Certificate> certificate(JsonItem item, boolean needed) {
        Optional<Path> file = file(item, "certificateFile");
        Optional<String> password = text(item, "certificatePassword");
        if (needed && file.isEmpty() && text(item, "certificateFile").isEmpty()) {
            problems.add("certificateFile is missing: signing in as the application needs it");
        }
        return file.map(path -> new Certificate(path, new Secret(password.orElse(""))));
    }

    private static URI withTenant(URI authority, String tenantId) {
        String path = authority.getPath() == null ? "" : authority.getPath().replace("/", "");
        return root(authority).resolve("/" + (path.isEmpty() ? tenantId : path) + "/");
    }

    private static URI root(URI address) {
        return URI.create("https://" + address.getRawAuthority());
    }

    private TenantException unreachable(String what) {
        return new TenantException(new Failure(
                Failure.Reason.UNREACHABLE,
                "Use the connection document " + document,
                0,
                "",
                "",
                "",
                "The tenant cannot be reached: " + what + ".",
                "Put it back, or correct the document. A simulated tenant takes its files along when it ends: start it again with"
                        + " 'cordon simulate' and --write that document."));
    }

    private TenantException refused(String problem) {
        return new TenantException(new Failure(
                Failure.Reason.REFUSED,
                "Use the connection document " + document,
                0,
                "",
                problem,
                "",
                "The connection document cannot be used: " + problem + ".",
                "Correct it, or write it again, and add the tenant again."));
    }
}
