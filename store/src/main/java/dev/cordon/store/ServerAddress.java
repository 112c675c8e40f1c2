package dev.cordon.store;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL database is and who signs in to it.
 *
 * @param hosts a name or {@code NAME:PORT}, several with commas between them
 * @param database the database's name
 * @param options the driver's options, by name
 * @param user the account; the one of the operating system if absent
 * @param password its password; looked for in {@code .pgpass} if absent
 */
record ServerAddress(
        String hosts,
        String database,
        Map<String, String> options,
        Optional<String> user,
        Optional<Password> password) {
    private static final Pattern TEXT =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(?:([^@/?]*)@)?([^@/?#]+)/([^@/?#]+)(?:\\?([^#]*))?");
    private static final Pattern OPTION = Pattern.compile("([^=&]+)=([^&]*)(?:&|$)");
    private static final Pattern THIS_MACHINE = Pattern.compile("(?:localhost|127\\.[0-9.]+|\\[?::1\\]?)(?::[0-9]+)?");
    /** Nothing among them can make the driver load a class or write a file. */
    private static final Set<String> KNOWN = Set.of(
            "applicationName",
            "channelBinding",
            "connectTimeout",
            "currentSchema",
            "gssEncMode",
            "loginTimeout",
            "socketTimeout",
            "sslcert",
            "sslkey",
            "sslmode",
            "sslrootcert",
            "targetServerType");

    ServerAddress {
        options = Map.copyOf(options);
    }

    /**
     * Reads {@code postgresql://[user[:password]@]host[:port]/database[?option=value&...]}, also with {@code jdbc:} before it and with user
     * and password among the options. What is refused is never repeated: it may hold the password.
     *
     * @param source where the text stands, for who must mend it
     */
    static ServerAddress parse(String text, String source) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw malformed(source, "it is not of the form postgresql://USER@HOST:PORT/DATABASE");
        }
        Map<String, String> options = options(matcher.group(4), source);
        String[] account =
                matcher.group(1) == null ? new String[0] : matcher.group(1).split(":", 2);
        Optional<String> user = Optional.ofNullable(options.remove("user"));
        Optional<String> password = Optional.ofNullable(options.remove("password"));
        if (account.length > 0 && !account[0].isEmpty()) {
            user = Optional.of(decoded(account[0], source));
        }
        if (account.length > 1) {
            password = Optional.of(decoded(account[1], source));
        }
        if (!KNOWN.containsAll(options.keySet())) {
            throw malformed(source, "it has an option that is not one of " + String.join(", ", sorted()));
        }
        return new ServerAddress(
                matcher.group(2), decoded(matcher.group(3), source), options, user, password.map(Password::new));
    }

    private static Iterable<String> sorted() {
        return KNOWN.stream().sorted().toList();
    }

    private static Map<String, String> options(String query, String source) {
        Map<String, String> options = new TreeMap<>();
        if (query == null || query.isEmpty()) {
            return options;
        }
        Matcher option = OPTION.matcher(query);
        int end = 0;
        while (option.find() && option.start() == end) {
            options.put(decoded(option.group(1), source), decoded(option.group(2), source));
            end = option.end();
        }
        if (end != query.length()) {
            throw malformed(source, "what follows the question mark is not of the form NAME=VALUE&NAME=VALUE");
        }
        return options;
    }

    private static String decoded(String text, String source) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw malformed(source, "a percent sign in it is not followed by two hexadecimal digits");
        }
    }

    private static StoreException malformed(String source, String why) {
        return new StoreException(
                StoreException.Reason.ADDRESS, "Reading the address of the store in " + source, new IOException(why));
    }

    boolean hasPassword() {
        return password.isPresent();
    }

    /** The same with a password, unless it has one. */
    ServerAddress orPassword(Optional<Password> other) {
        return new ServerAddress(hosts, database, options, user, password.or(() -> other));
    }

    /** For the driver; says neither who signs in nor with what. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + hosts + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For the driver; the only place where the password leaves this class. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("applicationName", "cordon");
        // A database on this machine needs no encryption; everywhere else nothing leaves without it unless somebody
        // says so.
        properties.setProperty("sslmode", isOnThisMachine() ? "prefer" : "require");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        // Rows are read in portions, and a refused row is not repeated in a message.
        properties.setProperty("defaultRowFetchSize", "200");
        properties.setProperty("logServerErrorDetail", "false");
        properties.putAll(options);
        user.ifPresent(name -> properties.setProperty("user", name));
        password.ifPresent(secret -> properties.setProperty("password", secret.reveal()));
        return properties;
    }

    private boolean isOnThisMachine() {
        return Pattern.compile(",")
                .splitAsStream(hosts)
                .allMatch(host -> THIS_MACHINE.matcher(host).matches());
    }

    /** For people and documents: where the database is, without who signs in. */
    String name() {
        return "postgresql://" + hosts + "/" + database;
    }

    /** {@link #name} with a table, and its schema where one was chosen. */
    String name(String table) {
        String schema = options.getOrDefault("currentSchema", "");
        return name() + "#" + (schema.isEmpty() ? "" : schema + ".") + table;
    }
}
