package dev.cordon.playbooks.phishing;

import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.phishing.Campaign;
import dev.cordon.investigation.phishing.ClickRecord;
import dev.cordon.investigation.phishing.Delivery;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.investigation.phishing.Lure;
import dev.cordon.investigation.phishing.SafeLinksUrl;
import dev.cordon.investigation.phishing.SenderAddress;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.ThreatHunting.ClickQuestion;
import dev.cordon.tenant.ThreatHunting.MailQuestion;
import dev.cordon.tenant.TracedMails.TraceQuestion;
import dev.cordon.tenant.UserAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks whom a mail reached and who clicked in it: by what was said of it, else by the clicks of those who were named. Reads only. One thread.
 */
final class ScopeReader {
    /** A week: as far as the Safe Links report goes back, and as the usual reading of the message trace does. */
    private static final Duration LOOK_BACK = Duration.ofDays(7);

    private static final int MOST_SUBJECTS = 3;

    /** What a page was given is used within minutes; a code is good for a quarter of an hour. */
    private static final Duration BEFORE_A_THEFT = Duration.ofHours(2);

    private final Tenant tenant;
    private final SourceReadings sources;
    private final Intake intake;
    private final List<UserAccount> named;
    private final Organisation organisation;
    private final Thefts thefts;
    private final Instant from;
    private final Instant until;

    /**
     * A reader.
     *
     * @param named whose clicks it is about
     * @param thefts when an attacker signed in as one of them
     * @param until the tenant's time now
     */
    ScopeReader(
            Tenant tenant,
            Intake intake,
            List<UserAccount> named,
            Organisation organisation,
            Thefts thefts,
            Instant until) {
        this.thefts = thefts;
        this.tenant = tenant;
        this.intake = intake;
        this.named = named;
        this.organisation = organisation;
        this.until = until;
        this.from = earliest(intake, until).minus(LOOK_BACK);
        this.sources = new SourceReadings(tenant, from, until);
    }

    private static Instant earliest(Intake intake, Instant until) {
        return Stream.concat(
                        intake.reportedAt().stream(),
                        intake.interviews().stream().flatMap(one -> one.clickedAt().stream()))
                .filter(until::isAfter)
                .min(Instant::compareTo)
                .orElse(until);
    }

    MailScope read() throws InterruptedException {
        Lure said = Lure.of(intake);
        List<ClickRecord> clicks = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        try (Together together = new Together()) {
            // What was said of the mail is asked at once, beside the clicks; what only the clicks tell is asked
            // afterwards.
            Future<List<Delivery>> mails = together.start(() -> mails(said));
            Future<List<ClickRecord>> everybodys = together.start(() -> clicks(said));
            clicks.addAll(Together.result(everybodys));
            deliveries.addAll(Together.result(mails));
        }
        Lure known = said.and(byClicks(said, clicks));
        known = known.isEmpty() ? byThefts(clicks) : known;
        if (!tellsMails(said)) {
            known = known.and(byDeliveries(known, deliveriesOf(known)));
            deliveries.addAll(mails(known));
        }
        Lure found = known.and(byDeliveries(known, deliveries));
        clicks.addAll(clicksIn(found, said));
        deliveries.addAll(passedOn(found, deliveries));
        Campaign drawn = drawn(found, deliveries, clicks);
        List<Delivery> confirmed = new PassedOn(tenant, organisation, until).confirmed(drawn, sources.headerIds());
        deliveries.addAll(confirmed);
        Campaign campaign = confirmed.isEmpty() ? drawn : drawn(found, deliveries, clicks);
        return new MailScope(campaign, distinct(clicks), sources.reaches(), sources.headerIds(), sources.readings());
    }

    private Campaign drawn(Lure lure, List<Delivery> deliveries, List<ClickRecord> clicks) {
        return Campaign.of(lure, deliveries, clicks, reporters(), people(), organisation, sources.reaches());
    }

    /** Whoever passes a mail on keeps its subject, behind a mark. */
    private List<Delivery> passedOn(Lure lure, List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> lure.senders().contains(SenderAddress.normalised(delivery.sender())))
                .map(Delivery::subject)
                .filter(subject -> !subject.isBlank())
                .distinct()
                .sorted()
                .limit(MOST_SUBJECTS)
                .flatMap(subject -> sources.traced(new MailMark.Titled(subject).ofTrace(from, until)).stream())
                .filter(delivery -> !deliveries.contains(delivery))
                .toList();
    }

    private static List<ClickRecord> distinct(List<ClickRecord> clicks) {
        return clicks.stream().distinct().toList();
    }

    private static boolean tellsMails(Lure lure) {
        return !lure.senders().isEmpty()
                || !lure.internetMessageIds().isEmpty()
                || !lure.subjects().isEmpty();
    }

    /** The clicks of everybody in the report, and those in Defender's tables on the links or by those who were named. */
    private List<ClickRecord> clicks(Lure lure) throws InterruptedException {
        List<ClickRecord> clicks = new ArrayList<>();
        try (Together together = new Together()) {
            Future<List<ClickRecord>> reported = together.start(sources::reportedClicks);
            List<Future<List<ClickRecord>>> hunted = new ArrayList<>();
            for (ClickQuestion question : clickQuestions(lure)) {
                hunted.add(together.start(() -> sources.huntedClicks(question)));
            }
            clicks.addAll(Together.result(reported));
            for (Future<List<ClickRecord>> one : hunted) {
                clicks.addAll(Together.result(one));
            }
        }
        if (!lure.tellsClicks() && !tellsMails(lure)) {
            clicks.addAll(clicksBesideTheirs(clicks));
        }
        return clicks;
    }

    /** Whether a page is bad may show by somebody else's click on its host, of which the report knows tomorrow. */
    private List<ClickRecord> clicksBesideTheirs(List<ClickRecord> clicks) {
        Set<String> names = people().keySet();
        List<String> hosts = clicks.stream()
                .filter(click -> names.contains(click.user()))
                .map(click -> SafeLinksUrl.of(click.url()).host())
                .filter(host -> !host.isEmpty())
                .distinct()
                .limit(50)
                .toList();
        return hosts.isEmpty()
                ? List.of()
                : sources.huntedClicks(new ClickQuestion(List.of(), hosts, List.of(), List.of(), from, until));
    }

    private List<ClickQuestion> clickQuestions(Lure lure) {
        List<ClickQuestion> questions = new ArrayList<>();
        List<String> hosts = lure.links().stream()
                .map(SafeLinksUrl::host)
                .filter(host -> !host.isEmpty())
                .distinct()
                .limit(50)
                .toList();
        if (!hosts.isEmpty()) {
            questions.add(new ClickQuestion(List.of(), hosts, List.of(), List.of(), from, until));
        }
        List<String> users =
                named.stream().map(UserAccount::userPrincipalName).limit(50).toList();
        if (!users.isEmpty()) {
            questions.add(new ClickQuestion(List.of(), List.of(), List.of(), users, from, until));
        }
        return questions;
    }

    /** Clicks in mails that were found only through their sender: by the mails' ids, where Defender has its tables. */
    private List<ClickRecord> clicksIn(Lure found, Lure asked) {
        List<String> ids =
                found.networkMessageIds().stream().sorted().limit(100).toList();
        boolean isAsked = asked.links().stream().anyMatch(link -> !link.host().isEmpty());
        return ids.isEmpty() || isAsked ? List.of() : sources.huntedClicks(ClickQuestion.inMails(ids, from, until));
    }

    /** What the clicks of those who were named say of the mail. Where nothing was said of it, it is that of their latest click with a warning. */
    private Lure byClicks(Lure said, List<ClickRecord> clicks) {
        Set<String> names = people().keySet();
        List<ClickRecord> all =
                clicks.stream().filter(click -> names.contains(click.user())).toList();
        List<ClickRecord> theirs = said.tellsClicks()
                ? said.clicksOn(all)
                : tellsMails(said) ? List.of() : latest(said.clicksOn(clicks), names);
        return new Lure(
                Set.of(),
                Set.of(),
                Set.of(),
                theirs.stream().map(ClickRecord::networkMessageId).collect(Collectors.toSet()),
                theirs.stream()
                        .map(ClickRecord::url)
                        .filter(url -> !url.isBlank())
                        .distinct()
                        .map(SafeLinksUrl::of)
                        .toList());
    }

    /**
     * Where no page is known to be bad, the mail whose link somebody clicked last before the attacker signed in for the first time. Its link alone tells
     * nothing: it may be a page that everybody needs.
     */
    private Lure byThefts(List<ClickRecord> clicks) throws InterruptedException {
        Set<String> mails = new HashSet<>();
        for (UserAccount user : named) {
            Set<String> names = names(user);
            Optional<Instant> theft = thefts.first(user);
            clicks.stream()
                    .filter(click -> names.contains(click.user())
                            && theft.filter(at -> isJustBefore(click, at)).isPresent())
                    .max(Comparator.comparing(ClickRecord::at))
                    .map(ClickRecord::networkMessageId)
                    .filter(id -> !id.isBlank())
                    .ifPresent(mails::add);
        }
        return new Lure(Set.of(), Set.of(), Set.of(), mails, List.of());
    }

    private static boolean isJustBefore(ClickRecord click, Instant theft) {
        return click.at().isBefore(theft) && click.at().isAfter(theft.minus(BEFORE_A_THEFT));
    }

    /** When an attacker signed in for the first time. */
    @FunctionalInterface
    interface Thefts {
        /** Empty where none did, as far as the logs could be read. */
        Optional<Instant> first(UserAccount user) throws InterruptedException;
    }

    private static List<ClickRecord> latest(List<ClickRecord> bad, Set<String> names) {
        return bad.stream()
                .filter(click -> names.contains(click.user()))
                .max(Comparator.comparing(ClickRecord::at))
                .stream()
                .toList();
    }

    /** The mails in which the links stood that were clicked: in Defender's tables, or among all that those who were named got. */
    private List<Delivery> deliveriesOf(Lure lure) {
        List<String> ids = lure.networkMessageIds().stream().sorted().limit(100).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Delivery> hunted = sources.huntedMails(MailQuestion.ofNetworkMessages(ids, from, until));
        if (!hunted.isEmpty()) {
            return hunted;
        }
        return named.stream()
                .flatMap(user -> user.mail().stream())
                .flatMap(address -> sources.traced(TraceQuestion.receivedBy(address, from, until)).stream())
                .filter(delivery -> ids.contains(delivery.networkMessageId()))
                .toList();
    }

    /** What the deliveries of the mail tell of it beside what was known: its ids, and from whom it came. */
    private Lure byDeliveries(Lure known, List<Delivery> deliveries) {
        List<Delivery> its = deliveries.stream()
                .filter(delivery -> known.networkMessageIds().contains(delivery.networkMessageId())
                        || known.internetMessageIds().contains(delivery.internetMessageId()))
                .toList();
        return new Lure(
                its.stream().map(Delivery::sender).collect(Collectors.toSet()),
                its.stream().map(Delivery::subject).collect(Collectors.toSet()),
                its.stream().map(Delivery::internetMessageId).collect(Collectors.toSet()),
                its.stream().map(Delivery::networkMessageId).collect(Collectors.toSet()),
                List.of());
    }

    /** Every mail by the sender, the id or the subject, in the trace, in quarantine and in Defender's tables. */
    private List<Delivery> mails(Lure lure) throws InterruptedException {
        if (!tellsMails(lure)) {
            return List.of();
        }
        List<Future<List<Delivery>>> asked = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        try (Together together = new Together()) {
            for (MailMark mark : marks(lure)) {
                asked.add(together.start(() -> sources.traced(mark.ofTrace(from, until))));
                asked.add(together.start(() -> sources.quarantined(mark.ofQuarantine(from, until))));
                mark.ofHunting(from, until).ifPresent(question -> {
                    asked.add(together.start(() -> sources.huntedMails(question)));
                    asked.add(together.start(() -> sources.touchedAfterwards(question)));
                });
            }
            for (Future<List<Delivery>> one : asked) {
                deliveries.addAll(Together.result(one));
            }
        }
        return deliveries;
    }

    private List<MailMark> marks(Lure lure) {
        List<MailMark> marks = new ArrayList<>();
        lure.senders().stream().sorted().limit(10).map(MailMark.Sender::new).forEach(marks::add);
        if (marks.isEmpty()) {
            lure.internetMessageIds().stream()
                    .sorted()
                    .limit(10)
                    .map(id -> new MailMark.Message(header(id)))
                    .forEach(marks::add);
        }
        if (marks.isEmpty() && !intake.subject().isBlank()) {
            marks.add(new MailMark.Titled(intake.subject()));
        }
        return marks;
    }

    private String header(String compared) {
        return MailScope.compared(intake.internetMessageId()).equals(compared)
                        && intake.internetMessageId().strip().startsWith("<")
                ? intake.internetMessageId().strip()
                : sources.headerIds().getOrDefault(compared, "<" + compared + ">");
    }

    private List<String> reporters() {
        return Stream.of(intake.reporter()).filter(name -> !name.isBlank()).toList();
    }

    /** Every address of those who were named, and their sign-in names, to their sign-in names. */
    private Map<String, String> people() {
        Map<String, String> people = new HashMap<>();
        for (UserAccount user : named) {
            String name = user.userPrincipalName().toLowerCase(Locale.ROOT);
            names(user).forEach(address -> people.put(address, name));
        }
        return people;
    }

    /** Every name by which logs may name somebody, in lower case. */
    static Set<String> names(UserAccount user) {
        Set<String> names = new HashSet<>();
        names.add(user.userPrincipalName().toLowerCase(Locale.ROOT));
        Optional<String> mail = user.mail().filter(address -> !address.isBlank());
        mail.ifPresent(address -> names.add(address.toLowerCase(Locale.ROOT)));
        user.proxyAddresses().stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .filter(address -> address.startsWith("smtp:"))
                .map(address -> address.substring("smtp:".length()))
                .forEach(names::add);
        return names;
    }
}
