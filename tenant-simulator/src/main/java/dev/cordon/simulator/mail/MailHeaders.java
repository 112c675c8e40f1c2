package dev.cordon.simulator.mail;

import dev.cordon.simulator.campaigns.Campaigns;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Correspondence;
import dev.cordon.simulator.mailbox.Letter;
import dev.cordon.simulator.mailbox.MailMoves;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.scenario.Conversation.Attachment;
import dev.cordon.simulator.scenario.Conversation.Authentication;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The headers of a message in a mailbox (C6). What was received shows its way: through the tenant's own servers alone, or
 * from outside with what was found of SPF, DKIM and DMARC. What its owner wrote never travelled and shows none of that.
 * What the servers write into it is from memory.
 */
final class MailHeaders {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final String SERVER = " with Microsoft SMTP Server (version=TLS1_2,"
            + " cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8489.21";
    private static final String ORGANIZATION = "X-MS-Exchange-Organization-";

    private final TenantState state;
    private final Mailbox mailbox;
    private final Message message;
    private final Optional<Letter> letter;

    /** One header. */
    record Header(String name, String value) {}

    MailHeaders(TenantState state, Mailbox mailbox, Message message) {
        this.state = state;
        this.mailbox = mailbox;
        this.message = message;
        this.letter = Letter.of(state, message);
    }

    /** All, in their order. */
    List<Header> all() {
        var headers = new ArrayList<Header>(ofTheWay());
        headers.add(new Header("From", sender()));
        headers.add(new Header("To", mailboxes(Letter.addressed(state, message))));
        letter.filter(found -> !found.cc().isEmpty())
                .ifPresent(found -> headers.add(new Header("CC", mailboxes(found.cc()))));
        letter.filter(found -> !found.replyTo().isEmpty())
                .ifPresent(found -> headers.add(new Header("Reply-To", mailboxes(found.replyTo()))));
        headers.add(new Header("Subject", HeaderText.unstructured(message.subject())));
        headers.add(new Header("Thread-Topic", HeaderText.unstructured(topic(message.subject()))));
        headers.add(new Header("Date", date(message.at())));
        headers.add(new Header("Message-ID", message.internetMessageId()));
        letter.flatMap(found -> Optional.ofNullable(found.answers())).ifPresent(answered -> {
            headers.add(new Header("References", answered));
            headers.add(new Header("In-Reply-To", answered));
        });
        headers.add(new Header("Content-Language", "en-GB"));
        headers.add(new Header("X-MS-Has-Attach", message.attachments().isEmpty() ? "" : "yes"));
        headers.add(new Header("X-MS-TNEF-Correlator", ""));
        if (isReceived()) {
            headers.addAll(ofTheOrganisation());
        }
        headers.add(new Header("MIME-Version", "1.0"));
        return headers;
    }

    /** Whether it came; what its owner wrote lies among what was sent, or wherever he moved it. */
    boolean isReceived() {
        if (Letter.isSentFrom(state, mailbox, message)) {
            return false;
        }
        return !message.from().equalsIgnoreCase(mailbox.address())
                || message.id().contains("=-")
                || List.of("Inbox", "Junk Email").contains(message.folder());
    }

    /** What is in the file of that name. */
    String attached(String name) {
        return letter.flatMap(found -> found.attachments().stream()
                        .filter(file -> file.name().equals(name))
                        .map(Attachment::text)
                        .findFirst())
                .orElse("attachment " + name);
    }

    private List<Header> ofTheWay() {
        if (!isReceived()) {
            return List.of();
        }
        return isFromInside() ? fromInside() : fromOutside();
    }

    private boolean isFromInside() {
        return person(message.from()).isPresent() && found() != Authentication.FAILED;
    }

    private List<Header> fromInside() {
        var domain = HeaderText.domain(message.from());
        return List.of(
                received(server(message.from()), server(mailbox.address()), " with HTTPS", 2),
                received(server(message.from()), server(message.from()), " with mapi id 15.20.8489.021", 1),
                new Header(
                        "Authentication-Results",
                        "dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=" + domain
                                + ";"));
    }

    private List<Header> fromOutside() {
        var domain = HeaderText.domain(message.from());
        var ip = new Correspondence(state).server(message.from());
        var checks = new SenderChecks(found(), domain, ip);
        var edge = "DB5EUR01FT0" + (10 + number("edge", 80)) + ".mail.protection.outlook.com (2001:db8:7e01::"
                + Integer.toHexString(number("edge", 0xffff)) + ")";
        var sender = "mail." + domain + " (" + ip + ")";
        return List.of(
                received(server("frontend"), server(mailbox.address()), " with HTTPS", 4),
                received(edge, server("frontend"), SERVER + " via Frontend Transport", 3),
                received(sender, edge, SERVER + " via Frontend Transport", 2),
                new Header("Authentication-Results", checks.results()),
                new Header("Received-SPF", checks.receivedSpf()));
    }

    private Authentication found() {
        return letter.map(Letter::authentication).orElse(Authentication.UNSIGNED);
    }

    private Header received(String from, String by, String with, int seconds) {
        return new Header(
                "Received",
                "from " + from + " by " + by + with + "; " + date(message.at().plusSeconds(seconds - 4L)));
    }

    /** What the receiving organisation notes for itself; whoever sent from inside is known by his address. */
    private List<Header> ofTheOrganisation() {
        var inside = isFromInside();
        var headers = new ArrayList<Header>();
        headers.add(new Header("Return-Path", "<" + returnPath() + ">"));
        sentFrom().filter(_ -> inside).ifPresent(ip -> headers.add(new Header("X-Originating-IP", "[" + ip + "]")));
        headers.add(new Header(
                ORGANIZATION + "Network-Message-Id",
                Message.networkMessageId(message.internetMessageId(), message.from(), state.chance())));
        headers.add(new Header(ORGANIZATION + "MessageDirectionality", inside ? "Originating" : "Incoming"));
        headers.add(new Header(ORGANIZATION + "AuthSource", host(inside ? message.from() : "frontend")));
        headers.add(new Header(ORGANIZATION + "AuthAs", inside ? "Internal" : "Anonymous"));
        headers.add(new Header(
                ORGANIZATION + "SCL", inside ? "-1" : message.folder().equals("Junk Email") ? "5" : "1"));
        return headers;
    }

    private String returnPath() {
        return HeaderText.isAddress(message.from()) ? message.from() : "";
    }

    /** From where somebody inside sent it, where the tenant has seen it. */
    private Optional<String> sentFrom() {
        return state.events().stream()
                .filter(event -> event.activity() == Activity.SEND_MAIL)
                .filter(event -> Json.text(event.after(), "internetMessageId")
                        .filter(message.internetMessageId()::equals)
                        .isPresent())
                .map(TenantEvent::actor)
                .map(actor -> actor.ip())
                .filter(ip -> ip.matches("[0-9A-Fa-f.:]{3,45}"))
                .findFirst();
    }

    private Optional<User> person(String address) {
        return state.table(User.TABLE).all().stream()
                .filter(user -> user.userPrincipalName().equalsIgnoreCase(address)
                        || user.aliases().stream().anyMatch(address::equalsIgnoreCase))
                .findFirst();
    }

    private String sender() {
        return letter.flatMap(found -> Optional.ofNullable(found.fromName()))
                .or(() -> new Campaigns(state)
                        .ofCopy(MailMoves.immutableId(message.id()))
                        .map(delivery -> delivery.senderName())
                        .filter(name -> !name.isEmpty()))
                .map(name -> HeaderText.mailbox(name, message.from()))
                .orElseGet(() -> mailbox(message.from()));
    }

    private String mailboxes(List<String> addresses) {
        return addresses.stream().map(this::mailbox).collect(Collectors.joining(", "));
    }

    private String mailbox(String address) {
        return HeaderText.mailbox(person(address).map(User::displayName).orElse(""), address);
    }

    private static String topic(String subject) {
        return subject.replaceFirst("^(?i:(re|fw|fwd|aw|wg): *)+", "");
    }

    private static String date(Instant at) {
        return DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    private String server(String word) {
        return host(word) + " (2001:db8:a0::" + Integer.toHexString(1 + number(word, 0xfffe)) + ")";
    }

    private String host(String word) {
        return "DB9PR01MB" + (1000 + number(word, 9000)) + ".eurprd01.prod.exchangelabs.com";
    }

    private int number(String word, int bound) {
        return state.chance()
                .generator("exchange-server", word.toLowerCase(Locale.ROOT))
                .nextInt(bound);
    }
}
