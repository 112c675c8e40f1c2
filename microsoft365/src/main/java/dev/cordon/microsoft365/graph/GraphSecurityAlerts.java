package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.licences.Licensed;
import dev.cordon.tenant.AlertQuestion;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.PageProgress;
import dev.cordon.tenant.SecurityAlerts;
import dev.cordon.tenant.TenantException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Alerts over Graph. The service filters by time and product only, so that whose an alert is, is told by its evidence.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/security-list-alerts_v2">List alerts_v2</a>
 */
public record GraphSecurityAlerts(GraphClient graph) implements SecurityAlerts {
    private static final String ATTEMPTED = "Read the alerts";

    @Override
    public LogSource<PagePosition<AlertQuestion>> rows() {
        return this::collect;
    }

    private CollectionEnd collect(
            PagePosition<AlertQuestion> from, Consumer<? super LogPage<PagePosition<AlertQuestion>>> sink) {
        AlertQuestion question = from.question();
        var someCame = new AtomicBoolean();
        try {
            CollectionEnd end = new LogListing(graph, Need.READ_ALERTS, ATTEMPTED, GraphSecurityAlerts::row)
                    .<PagePosition<AlertQuestion>>collect(
                            from.progress(),
                            path(question),
                            progress -> new PagePosition<>(question, progress),
                            page -> {
                                someCame.compareAndSet(false, !page.rows().isEmpty());
                                sink.accept(about(question, page));
                            });
            return end instanceof CollectionEnd.Complete && !someCame.get() ? ofNone(from.progress()) : end;
        } catch (TenantException e) {
            return licensed().refused(e.failure());
        }
    }

    /** Where it was taken up behind the beginning, alerts may have come before, and an alert shows that somebody watched. */
    private CollectionEnd ofNone(PageProgress progress) {
        CollectionEnd end = licensed().read();
        return end instanceof CollectionEnd.NotLicensed(var failure) && !(progress instanceof PageProgress.Beginning)
                ? new CollectionEnd.CutOff(ATTEMPTED
                        + ": the list was taken up in its middle, and the rest of it holds no alert. Whether the part before it"
                        + " did is told when it is read again. " + failure.meaning())
                : end;
    }

    private Licensed licensed() {
        return new Licensed(
                new GraphDirectory(graph)::fetchServicePlanIds,
                Licensed.RAISE_ALERTS,
                ATTEMPTED,
                "The tenant has no plan that Cordon knows to raise alerts, neither one of Defender nor Entra ID P2. Where"
                        + " nobody watched, no alert does not mean that all was quiet.",
                "Judge by the logs; alerts are raised from the day on which a Defender plan is licensed.");
    }

    private static String path(AlertQuestion question) {
        return V1 + "/security/alerts_v2?$filter="
                + option("createdDateTime ge " + question.from().truncatedTo(ChronoUnit.SECONDS));
    }

    private static LogPage<PagePosition<AlertQuestion>> about(
            AlertQuestion question, LogPage<PagePosition<AlertQuestion>> page) {
        List<String> about = question.about().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return about.isEmpty()
                ? page
                : new LogPage<>(
                        page.rows().stream().filter(row -> isAbout(about, row)).toList(), page.answers(), page.next());
    }

    /** What could not be read may be about anybody. */
    private static boolean isAbout(List<String> about, LogRow row) {
        return row.at().isEmpty() || Stream.of(row.user().split(" ")).anyMatch(about::contains);
    }

    private static LogRow row(JsonItem row) {
        return new LogRow(
                row.text("id"),
                row.findInstant("createdDateTime"),
                String.join(" ", people(row)),
                row.textOrEmpty("title"),
                "",
                row.object().toString());
    }

    /** Every id and name of a person or a mailbox in its evidence, in lower case. */
    private static Set<String> people(JsonItem alert) {
        Set<String> people = new TreeSet<>();
        for (JsonItem evidence : alert.items("evidence")) {
            evidence.findItem("userAccount").ifPresent(user -> {
                add(people, user.textOrEmpty("azureAdUserId"));
                add(people, user.textOrEmpty("userPrincipalName"));
            });
            add(people, evidence.textOrEmpty("primaryAddress"));
            add(people, evidence.textOrEmpty("upn"));
            add(people, evidence.textOrEmpty("recipientEmailAddress"));
            for (String sender : List.of("p1Sender", "p2Sender")) {
                evidence.findItem(sender).ifPresent(named -> add(people, named.textOrEmpty("emailAddress")));
            }
        }
        return people;
    }

    private static void add(Set<String> people, String name) {
        if (!name.isEmpty() && name.chars().noneMatch(Character::isWhitespace)) {
            people.add(name.toLowerCase(Locale.ROOT));
        }
    }
}
