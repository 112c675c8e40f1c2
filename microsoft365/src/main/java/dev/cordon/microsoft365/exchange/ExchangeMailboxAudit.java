package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.MailboxAudit;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantClock;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.UserAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes to a mailbox, by {@code Search-UnifiedAuditLog} in one session that is asked until it has no more: a page that is short is not
 * the last, rows may repeat, and their announced number must be reached. A session does not give again what it gave: where an answer was
 * lost, another session begins.
 *
 * @param sleep lets wall time pass
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/search-unifiedauditlog">Search-UnifiedAuditLog</a>
 */
public record ExchangeMailboxAudit(ExchangeClient exchange, TenantClock clock, Sleep sleep) implements MailboxAudit {
    private static final String OPERATIONS =
            Stream.concat(OF_A_MAILBOX.stream(), OF_THE_TENANT.stream()).collect(Collectors.joining(","));
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'0000Z'").withZone(ZoneOffset.UTC);

    /** A large set ends at 50 000 rows, ten pages of the largest size. */
    private static final int MOST_PAGES = 12;

    private static final int MOST_SESSIONS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Set<Reason> LOST = Set.of(Reason.SERVICE_FAULT, Reason.UNREADABLE_ANSWER);

    @Override
    public Reading<List<MailboxEvent>> fetchChanges(UserAccount user, Instant from) {
        for (int sessions = 1; ; sessions++) {
            try {
                return session(user, from);
            } catch (TenantException e) {
                if (sessions == MOST_SESSIONS || !LOST.contains(e.failure().reason())) {
                    throw e;
                }
                pause(FIRST_PAUSE.multipliedBy(1L << (sessions - 1)), e);
            }
        }
    }

    private void pause(Duration pause, TenantException cause) {
        try {
            sleep.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    private Reading<List<MailboxEvent>> session(UserAccount user, Instant from) {
        String session = UUID.randomUUID().toString();
        Reading<List<AuditRow>> rows = page(user, from, session);
        for (int pages = 1; ; pages++) {
            Reading<List<AuditRow>> more = page(user, from, session);
            if (more.value().isEmpty()) {
                return judged(rows.with(more, (some, none) -> some), user);
            }
            rows = rows.with(more, ExchangeMailboxAudit::joined);
            if (pages >= MOST_PAGES) {
                return judged(incomplete(rows, "The audit search did not come to an end."), user);
            }
        }
    }

    @Override
    public Reading<Optional<Boolean>> fetchIngestion() {
        return flag(
                "Read whether the unified audit log is switched on",
                "",
                Cmdlet.named("Get-AdminAuditLogConfig"),
                "UnifiedAuditLogIngestionEnabled");
    }

    @Override
    public Reading<Optional<Boolean>> fetchExemption(UserAccount user) {
        return flag(
                "Read whether " + user.userPrincipalName() + " is exempt from mailbox auditing",
                user.objectId(),
                Cmdlet.named("Get-MailboxAuditBypassAssociation").with("Identity", user.objectId()),
                "AuditBypassEnabled");
    }

    /** A flag of the one object that a cmdlet puts out; anything but one clear word is no answer. */
    private Reading<Optional<Boolean>> flag(String attempted, String mailbox, Cmdlet cmdlet, String name) {
        return exchange.read(attempted, mailbox, cmdlet, row -> flag(row, name))
                .map(rows -> rows.size() == 1 ? rows.getFirst() : Optional.empty());
    }

    private static Optional<Boolean> flag(JsonItem row, String name) {
        return Rows.find(row, name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.equals("true") || word.equals("false"))
                .map(Boolean::valueOf);
    }

    private Reading<List<AuditRow>> page(UserAccount user, Instant from, String session) {
        Cmdlet search = Cmdlet.named("Search-UnifiedAuditLog")
                .with("StartDate", DATE.format(from))
                .with("EndDate", DATE.format(clock.now().plusSeconds(60)))
                .with("Operations", OPERATIONS)
                .with("SessionId", session)
                .with("SessionCommand", "ReturnLargeSet")
                .with("ResultSize", 5000);
        return exchange.read(
                "Search the unified audit log for changes of the mailbox of " + user.userPrincipalName(),
                "",
                search,
                AuditRow::of);
    }

    private static List<AuditRow> joined(List<AuditRow> some, List<AuditRow> more) {
        List<AuditRow> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** Each row once, oldest first, those of this mailbox and of the whole tenant only; incomplete when fewer came than were announced or one cannot be read. */
    private static Reading<List<MailboxEvent>> judged(Reading<List<AuditRow>> reading, UserAccount user) {
        Map<String, AuditRow> once = new LinkedHashMap<>();
        reading.value().forEach(row -> once.putIfAbsent(row.id(), row));
        int announced =
                reading.value().stream().mapToInt(AuditRow::announced).max().orElse(0);
        long unreadable =
                once.values().stream().filter(row -> row.event().isEmpty()).count();
        Reading<List<AuditRow>> checked = reading;
        if (once.size() < announced) {
            checked = incomplete(
                    checked, "The audit search announced " + announced + " rows and gave " + once.size() + ".");
        }
        if (unreadable > 0) {
            checked = incomplete(checked, unreadable + " audit rows could not be read.");
        }
        return checked.map(rows -> once.values().stream()
                .flatMap(row -> row.event().stream())
                .filter(event -> concerns(event, user))
                .sorted(Comparator.comparing(MailboxEvent::at))
                .toList());
    }

    private static <T> Reading<T> incomplete(Reading<T> reading, String why) {
        return new Reading<>(
                reading.value(),
                reading.completeness().and(new Completeness.Incomplete(why)),
                reading.readAt(),
                reading.answers());
    }

    private static boolean concerns(MailboxEvent event, UserAccount user) {
        return OF_THE_TENANT.contains(event.operation())
                || names(event.actor(), user)
                || names(before(event.object(), '\\'), user)
                || List.of("Identity", "Mailbox", "MailboxOwnerUPN").stream()
                        .map(name -> event.parameters().getOrDefault(name, ""))
                        .anyMatch(value -> names(before(before(value, '\\'), ':'), user));
    }

    private static String before(String text, char separator) {
        int at = text.indexOf(separator);
        return at < 0 ? text : text.substring(0, at);
    }

    private static boolean names(String text, UserAccount user) {
        String plain = text.strip();
        return plain.equalsIgnoreCase(user.userPrincipalName())
                || plain.equalsIgnoreCase(user.objectId())
                || plain.equalsIgnoreCase(user.displayName())
                || plain.equalsIgnoreCase(before(user.userPrincipalName(), '@'))
                || user.proxyAddresses().stream()
                        .anyMatch(address -> address.regionMatches(true, 5, plain, 0, plain.length())
                                && address.length() == plain.length() + 5);
    }

    /** A row of the search as it came. */
    record AuditRow(String id, int announced, Optional<MailboxEvent> event) {
        static AuditRow of(JsonItem row) {
            int announced = row.findInteger("ResultCount").orElse(0);
            return AuditData.event(row)
                    .map(event -> new AuditRow(event.id(), announced, Optional.of(event)))
                    .orElseGet(() -> new AuditRow(
                            Rows.find(row, "Identity")
                                    .orElseGet(() -> row.object().toString()),
                            announced,
                            Optional.empty()));
        }
    }
}
