package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tenant's own list of senders and addresses that are blocked or allowed whatever the filters think. A new entry works within minutes, at
 * times only after a day. Safe for many threads. Permission: Security Administrator or Organization Management in Exchange Online to change,
 * Security Reader to read.
 *
 * @see <a href="https://learn.microsoft.com/defender-office-365/tenant-allow-block-list-about">Tenant Allow/Block List</a>
 */
public interface BlockList {
    /** How long Microsoft keeps a block where nothing else is said. */
    Duration USUAL = Duration.ofDays(30);

    /** The longest text that a URL entry may have. */
    int LONGEST_URL = 250;

    /** The longest note. */
    int LONGEST_NOTE = 250;

    /** Every entry of one list, blocks and allows. */
    Reading<List<Entry>> fetchEntries(Kind kind);

    /**
     * Blocks. Never repeated by the client itself once it may have arrived; made twice it would be refused as a duplicate. What stands there
     * already is looked up, so that nobody takes an allow for a block.
     *
     * @param expiresAt until when; empty for ever
     * @param note why, for whoever reads the list; at most {@link #LONGEST_NOTE} characters
     */
    Blocking block(Blockable what, Optional<Instant> expiresAt, String note);

    /** Takes the entry out. Idempotent; repeated by itself; already gone is a receipt that says so. */
    Receipt unblock(Entry entry);

    /** Takes the block of exactly this value out. Idempotent; repeated by itself; already gone is a receipt that says so. */
    Receipt unblock(Blockable what);

    /** The lists that there are of what can be blocked here. */
    enum Kind {
        /** Addresses and domains of senders. */
        SENDER,
        /** Addresses of pages. */
        URL
    }

    /** What can be blocked, in the words of the list. */
    sealed interface Blockable {
        /** The list it stands in. */
        Kind kind();

        /** The entry's text. */
        String value();

        /**
         * One sender.
         *
         * @param value the address
         */
        record Sender(String value) implements Blockable {
            public Sender {
                value = lower(value);
                int at = value.indexOf('@');
                if (at < 1 || at != value.lastIndexOf('@') || !isPlain(value)) {
                    throw new IllegalArgumentException("Not the address of a sender: " + value);
                }
                requireHost(value.substring(at + 1));
            }

            @Override
            public Kind kind() {
                return Kind.SENDER;
            }
        }

        /**
         * Everybody of a domain.
         *
         * @param value the domain
         */
        record SenderDomain(String value) implements Blockable {
            public SenderDomain {
                value = host(value);
            }

            @Override
            public Kind kind() {
                return Kind.SENDER;
            }
        }

        /**
         * A host with all that lies below it, and every page of each: {@code ~contoso.example~}.
         *
         * @param domain the host
         */
        record PagesOf(String domain) implements Blockable {
            public PagesOf {
                domain = host(domain);
            }

            @Override
            public Kind kind() {
                return Kind.URL;
            }

            @Override
            public String value() {
                return "~" + domain + "~";
            }
        }

        /**
         * A page and what lies below it, of this host alone: an address without its scheme, its query and its fragment, followed by
         * {@code /*} or standing alone where it has a path.
         *
         * @param value the entry's text, for example {@code contoso.example/*} or {@code contoso.example/login}
         */
        record Page(String value) implements Blockable {
            public Page {
                int slash = value.indexOf('/');
                String domain = slash < 0 ? value : value.substring(0, slash);
                String path = slash < 0 ? "" : value.substring(slash);
                String before = path.endsWith("/*") ? path.substring(0, path.length() - 1) : path;
                if (!isPlain(value) || before.indexOf('*') >= 0 || value.indexOf('~') >= 0) {
                    throw new IllegalArgumentException("Not an entry for a page: " + value);
                }
                value = host(domain) + path;
                if (value.length() > LONGEST_URL) {
                    throw new IllegalArgumentException("An entry has at most " + LONGEST_URL + " characters: " + value);
                }
            }

            /** The entry for the page of {@code url}; for everything of its host where it has no path. */
            public static Page of(String url) {
                try {
                    URI address = new URI(url.strip());
                    String host = address.getHost();
                    if (host == null || address.getUserInfo() != null) {
                        throw new IllegalArgumentException("Not the address of a page: " + url);
                    }
                    String path = address.getRawPath() == null ? "" : address.getRawPath();
                    boolean isRoot = path.isEmpty() || path.equals("/");
                    return new Page(host + (isRoot ? "/*" : path));
                } catch (URISyntaxException e) {
                    throw new IllegalArgumentException("Not the address of a page: " + url, e);
                }
            }

            @Override
            public Kind kind() {
                return Kind.URL;
            }
        }

        private static String host(String text) {
            String name = lower(text);
            try {
                name = IDN.toASCII(name);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Not the name of a host: " + text, e);
            }
            requireHost(name);
            return name;
        }

        private static void requireHost(String name) {
            if (!name.matches("(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)+")) {
                throw new IllegalArgumentException("Not the name of a host: " + name);
            }
        }

        private static String lower(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }

        private static boolean isPlain(String text) {
            return text.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != ',' && c != '<' && c != '>');
        }
    }

    /** What came of a block. The receipt's answers stand for it either way. */
    sealed interface Blocking {
        Receipt receipt();

        /** It was put in. */
        record Made(Entry entry, Receipt receipt) implements Blocking {
            public Made {
                requireNonNull(entry, "entry is null");
                requireNonNull(receipt, "receipt is null");
            }
        }

        /** The same is blocked already, by this entry; its end may be another than was asked for. */
        record AlreadyInPlace(Entry standing, Receipt receipt) implements Blocking {
            public AlreadyInPlace {
                requireNonNull(standing, "standing is null");
                requireNonNull(receipt, "receipt is null");
                if (standing.action() != Action.BLOCK) {
                    throw new IllegalArgumentException("An entry that does not block puts no block in place");
                }
            }
        }

        /** The same is allowed by this entry, so nothing was blocked: it must be taken out first, by somebody who knows why it stands there. */
        record Allowed(Entry standing, Receipt receipt) implements Blocking {
            public Allowed {
                requireNonNull(standing, "standing is null");
                requireNonNull(receipt, "receipt is null");
            }
        }
    }

    /**
     * An entry. Texts are untrusted.
     *
     * @param kind the list it stands in
     * @param id by which the service knows it
     * @param value what it is about, as the list spells it
     * @param action what it does
     * @param expiresAt when it ends by itself; empty for never, and where the row does not say
     * @param note why it stands there; may be empty
     * @param changedAt when it was last changed; empty where the row does not say
     * @param changedBy who did; may be empty
     */
    record Entry(
            Kind kind,
            String id,
            String value,
            Action action,
            Optional<Instant> expiresAt,
            String note,
            Optional<Instant> changedAt,
            String changedBy) {
        public Entry {
            requireNonNull(kind, "kind is null");
            requireNonNull(value, "value is null");
            requireNonNull(action, "action is null");
            requireNonNull(expiresAt, "expiresAt is null");
            requireNonNull(note, "note is null");
            requireNonNull(changedAt, "changedAt is null");
            requireNonNull(changedBy, "changedBy is null");
            if (id.isBlank()) {
                throw new IllegalArgumentException("An entry without an id cannot be taken out");
            }
        }
    }

    /** What an entry does. */
    enum Action {
        BLOCK,
        ALLOW,
        /** A word that we do not know, or none. */
        OTHER
    }
}
