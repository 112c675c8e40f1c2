package dev.cordon.response;

import dev.cordon.incident.Account;
import dev.cordon.incident.Word;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.collection.Place;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.tenant.AlertQuestion;
import dev.cordon.tenant.AuditLogQueries;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.DirectoryAuditQuestion;
import dev.cordon.tenant.DirectoryAuditQuestion.Role;
import dev.cordon.tenant.MessageTrace;
import dev.cordon.tenant.MessageTrace.Mails;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.RiskQuestion;
import dev.cordon.tenant.SignInQuestion;
import dev.cordon.tenant.SignInQuestion.Event;
import dev.cordon.tenant.SignInQuestion.Whose;
import dev.cordon.tenant.UserAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is asked of which log, and from when on. What Microsoft keeps for no more than a month is asked for whole, for the time before the attack
 * says what was usual; of what is kept longer, the week before the attack's first sign, or all where nobody knows of one.
 */
final class CollectionPlan {
    /** Nobody's clock and no log is exact enough to begin with the first sign itself. */
    static final Duration BEFORE_THE_ATTACK = Duration.ofDays(7);

    private static final Duration MONTH = Duration.ofDays(31);

    /** So many addresses go into one question; the first ones are the same question whatever number is asked about. */
    private static final int TOGETHER = 10;

    private final CollectLogs.Request request;
    private final Optional<AttackSummary> attack;
    private final Instant now;
    private final BiFunction<CollectedLog, Instant, Instant> oldest;
    private final List<Planned> planned = new ArrayList<>();

    /**
     * A source with the place at which its first round begins.
     *
     * @param from from when on its rows are wanted
     * @param beginning of the question, about whatever time
     */
    record Planned(CollectionSource source, Instant from, Place beginning) {}

    private CollectionPlan(
            CollectLogs.Request request,
            Optional<AttackSummary> attack,
            Instant now,
            BiFunction<CollectedLog, Instant, Instant> oldest) {
        this.request = request;
        this.attack = attack;
        this.now = now;
        this.oldest = oldest;
    }

    /**
     * The sources in the order in which they are best begun.
     *
     * @param user the account as it is now, for its addresses; empty where it is gone
     * @param attack what the logs were found to say of the attack
     * @param oldest from when on the rows of a log can be asked for at a time
     */
    static List<Planned> of(
            CollectLogs.Request request,
            Account account,
            Optional<UserAccount> user,
            Optional<AttackSummary> attack,
            Instant now,
            BiFunction<CollectedLog, Instant, Instant> oldest) {
        CollectionPlan plan = new CollectionPlan(request, attack, now, oldest);
        switch (request.whose()) {
            case ACCOUNT -> plan.account(account, user);
            case EVERYBODY -> plan.everybody();
        }
        return plan.planned.stream()
                .filter(each -> request.logs().contains(each.source().log().log()))
                .toList();
    }

    /** The mails to where the attacker had mail sent on, whoever sent them; none where it is not the account that is asked for. */
    static List<Planned> toDestinations(
            CollectLogs.Request request, List<String> destinations, Optional<AttackSummary> attack, Instant now) {
        CollectionPlan plan = new CollectionPlan(request, attack, now, CollectedLog::oldest);
        destinations.forEach(
                address -> plan.trace(CollectedLog.MESSAGE_TRACE_RECEIVED, address, new Mails.ReceivedBy(address)));
        return plan.planned;
    }

    /** Which of the attacker's addresses nobody asks about; empty where all are asked about, or everybody's rows are. */
    static Optional<String> leftOut(CollectLogs.Request request, Optional<AttackSummary> attack) {
        List<String> known = hostile(attack);
        boolean isAsked = request.whose() == CollectLogs.Whose.ACCOUNT
                && (request.logs().contains(LogRecord.Log.AUDIT_LOG)
                        || request.logs().contains(LogRecord.Log.SIGN_INS));
        if (!isAsked || known.size() <= request.addresses()) {
            return Optional.empty();
        }
        return Optional.of("The attacker is known by " + known.size()
                + " addresses. What came from the first " + request.addresses()
                + " is asked for; of what others did from the rest nothing is. '--addresses " + known.size()
                + "' asks about all, '--whose everybody' for all rows.");
    }

    private static List<String> hostile(Optional<AttackSummary> attack) {
        return attack.map(AttackSummary::addresses).orElse(List.of());
    }

    /** Of which logs less is asked than was wanted, a sentence for each time that Microsoft keeps one. */
    static List<String> movedOn(
            CollectLogs.Request request, List<Planned> planned, Function<CollectedLog, Duration> keptFor) {
        Map<Duration, Set<String>> logs = new TreeMap<>();
        Map<Duration, Instant> since = new HashMap<>();
        for (Planned each : planned) {
            Duration kept = keptFor.apply(each.source().log());
            if (request.from().filter(each.from()::isAfter).isPresent()) {
                logs.computeIfAbsent(kept, none -> new TreeSet<>())
                        .add(Word.of(each.source().log().log()));
                since.put(kept, each.from());
            }
        }
        return logs.entrySet().stream()
                .map(of -> "Microsoft keeps " + of.getKey().toDays() + " days of " + String.join(", ", of.getValue())
                        + ": asked for from " + since.get(of.getKey()) + " on, not from "
                        + request.from().orElseThrow() + ".")
                .toList();
    }

    private void account(Account account, Optional<UserAccount> user) {
        String name = account.userPrincipalName();
        audit(name, List.of(name), List.of());
        List<String> hostile =
                hostile(attack).stream().limit(request.addresses()).toList();
        for (int at = 0; at < hostile.size(); at += TOGETHER) {
            List<String> together = hostile.subList(at, Math.min(at + TOGETHER, hostile.size()));
            audit("from " + String.join(", ", together), List.of(), together);
        }
        signIns(CollectedLog.SIGN_INS_INTERACTIVE, name, new Whose.User(account.objectId()));
        signIns(CollectedLog.SIGN_INS_NON_INTERACTIVE, name, new Whose.User(account.objectId()));
        for (String address : hostile) {
            signIns(CollectedLog.SIGN_INS_INTERACTIVE, "from " + address, new Whose.Address(address));
            signIns(CollectedLog.SIGN_INS_NON_INTERACTIVE, "from " + address, new Whose.Address(address));
        }
        signIns(CollectedLog.SIGN_INS_SERVICE_PRINCIPAL, CollectionSource.EVERYBODY, new Whose.Everybody());
        directoryAudits(account, CollectedLog.DIRECTORY_AUDITS_TARGET, Role.TARGET);
        directoryAudits(account, CollectedLog.DIRECTORY_AUDITS_ACTOR, Role.ACTOR);
        Set<String> addresses = mailAddresses(account, user);
        detections(name, Optional.of(account.objectId()));
        alerts(
                name,
                Stream.concat(Stream.of(account.objectId(), name), addresses.stream())
                        .distinct()
                        .toList());
        for (String address : addresses) {
            trace(CollectedLog.MESSAGE_TRACE_SENT, address, new Mails.SentBy(address));
            trace(CollectedLog.MESSAGE_TRACE_RECEIVED, address, new Mails.ReceivedBy(address));
        }
    }

    private void everybody() {
        String everybody = CollectionSource.EVERYBODY;
        audit(everybody, List.of(), List.of());
        signIns(CollectedLog.SIGN_INS_INTERACTIVE, everybody, new Whose.Everybody());
        signIns(CollectedLog.SIGN_INS_NON_INTERACTIVE, everybody, new Whose.Everybody());
        signIns(CollectedLog.SIGN_INS_SERVICE_PRINCIPAL, everybody, new Whose.Everybody());
        directoryAudits(CollectedLog.DIRECTORY_AUDITS_ALL, everybody, new DirectoryAuditQuestion.Whose.Everybody());
        detections(everybody, Optional.empty());
        alerts(everybody, List.of());
        trace(CollectedLog.MESSAGE_TRACE_ALL, everybody, new Mails.All());
    }

    /** The queries first, for Microsoft works on them while all else is read. The search is planned beside them for when they cannot be had. */
    private void audit(String of, List<String> users, List<String> addresses) {
        Instant from = from(CollectedLog.AUDIT_LOG_QUERIES);
        AuditQuestion question = new AuditQuestion(from, now, users, List.of(), addresses);
        planned.addFirst(new Planned(
                new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, of),
                from,
                new Place.AuditQueries(AuditLogQueries.Position.start(question))));
        planned.add(new Planned(
                new CollectionSource(CollectedLog.AUDIT_LOG_SEARCH, of),
                from,
                new Place.AuditSearch(AuditLogSearch.Position.start(question))));
    }

    private void signIns(CollectedLog log, String of, Whose whose) {
        Instant from = from(log);
        planned.add(new Planned(
                new CollectionSource(log, of),
                from,
                new Place.SignIns(PagePosition.start(new SignInQuestion(event(log), whose, from, now)))));
    }

    private static Event event(CollectedLog log) {
        return switch (log) {
            case SIGN_INS_INTERACTIVE -> Event.INTERACTIVE_USER;
            case SIGN_INS_NON_INTERACTIVE -> Event.NON_INTERACTIVE_USER;
            case SIGN_INS_SERVICE_PRINCIPAL -> Event.SERVICE_PRINCIPAL;
            case AUDIT_LOG_QUERIES,
                    AUDIT_LOG_SEARCH,
                    DIRECTORY_AUDITS_TARGET,
                    DIRECTORY_AUDITS_ACTOR,
                    DIRECTORY_AUDITS_ALL,
                    MESSAGE_TRACE_SENT,
                    MESSAGE_TRACE_RECEIVED,
                    MESSAGE_TRACE_ALL,
                    RISK_DETECTIONS,
                    ALERTS -> throw new IllegalArgumentException("nobody signs in there: " + log);
        };
    }

    private void directoryAudits(Account account, CollectedLog log, Role role) {
        directoryAudits(
                log, account.userPrincipalName(), new DirectoryAuditQuestion.Whose.User(role, account.objectId()));
    }

    private void directoryAudits(CollectedLog log, String of, DirectoryAuditQuestion.Whose whose) {
        Instant from = from(log);
        planned.add(new Planned(
                new CollectionSource(log, of),
                from,
                new Place.DirectoryAudits(PagePosition.start(new DirectoryAuditQuestion(whose, from, now)))));
    }

    /** All that is kept: what is detected late is about days ago. */
    private void detections(String of, Optional<String> userId) {
        planned.add(new Planned(
                new CollectionSource(CollectedLog.RISK_DETECTIONS, of),
                CollectedLog.RISK_DETECTIONS.oldest(now),
                new Place.RiskDetections(PagePosition.start(new RiskQuestion(userId)))));
    }

    private void alerts(String of, List<String> about) {
        Instant from = from(CollectedLog.ALERTS);
        planned.add(new Planned(
                new CollectionSource(CollectedLog.ALERTS, of),
                from,
                new Place.Alerts(PagePosition.start(new AlertQuestion(about, from)))));
    }

    private void trace(CollectedLog log, String of, Mails mails) {
        Instant from = from(log);
        planned.add(new Planned(
                new CollectionSource(log, of),
                from,
                new Place.Trace(MessageTrace.Position.start(new MessageTrace.Question(mails, from, now)))));
    }

    private Instant from(CollectedLog log) {
        Instant edge = oldest.apply(log, now);
        Optional<Instant> wanted = request.from()
                .or(() -> log.kept().compareTo(MONTH) < 0
                        ? Optional.empty()
                        : attack.flatMap(AttackSummary::firstSeen).map(first -> first.minus(BEFORE_THE_ATTACK)));
        return wanted.filter(edge::isBefore).orElse(edge);
    }

    /** Whether it cannot be asked as it should without the names and addresses of the account. */
    static boolean needsNames(Planned planned) {
        return switch (planned.source().log().log()) {
            case MESSAGE_TRACE, ALERTS -> true;
            case AUDIT_LOG, SIGN_INS, DIRECTORY_AUDIT, RISK_DETECTIONS -> false;
        };
    }

    /** Every address that mail can be sent from or to, and the sign-in name, under which it is traced where nobody can say. */
    private static Set<String> mailAddresses(Account account, Optional<UserAccount> user) {
        Set<String> addresses = new TreeSet<>();
        user.ifPresent(known -> Stream.concat(
                        known.mail().stream(),
                        known.proxyAddresses().stream()
                                .filter(proxy -> proxy.regionMatches(true, 0, "smtp:", 0, 5))
                                .map(proxy -> proxy.substring(5)))
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .filter(address -> address.indexOf('@') > 0)
                .forEach(addresses::add));
        if (account.userPrincipalName().indexOf('@') > 0) {
            addresses.add(account.userPrincipalName().toLowerCase(Locale.ROOT));
        }
        return addresses;
    }
}
