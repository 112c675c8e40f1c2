package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.BETA;
import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.SignInQuestion;
import dev.cordon.tenant.SignInQuestion.Event;
import dev.cordon.tenant.SignInQuestion.Whose;
import dev.cordon.tenant.TenantException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Rows of the sign-in log: the released version for interactive sign-ins, beta for the others, which the released one does not show.
 *
 * @param withSessions whether interactive sign-ins too are asked of beta, which alone has their sessions
 */
record SignInRows(GraphClient graph, boolean withSessions) implements LogSource<PagePosition<SignInQuestion>> {
    private static final int PAGE = 1000;

    @Override
    public CollectionEnd collect(
            PagePosition<SignInQuestion> from, Consumer<? super LogPage<PagePosition<SignInQuestion>>> sink) {
        SignInQuestion question = from.question();
        LogListing listing =
                new LogListing(graph, Need.READ_LOGS, "Read " + words(question.event()) + " sign-ins", SignInRows::row);
        try {
            return listing.collect(
                    from.progress(), path(question), progress -> new PagePosition<>(question, progress), sink);
        } catch (TenantException e) {
            return CollectionEnd.of(e.failure());
        }
    }

    private String path(SignInQuestion question) {
        String filter = "createdDateTime ge " + question.from().truncatedTo(ChronoUnit.SECONDS)
                + " and createdDateTime le " + question.until().truncatedTo(ChronoUnit.SECONDS)
                + whose(question.whose())
                + event(question.event());
        String version = question.event() == Event.INTERACTIVE_USER && !withSessions ? V1 : BETA;
        return version + "/auditLogs/signIns?$filter=" + option(filter) + "&$top=" + PAGE + "&$orderby="
                + option("createdDateTime desc");
    }

    private static String whose(Whose whose) {
        return switch (whose) {
            case Whose.Everybody everybody -> "";
            case Whose.User(String objectId) -> " and userId eq " + quoted(objectId);
            case Whose.Application(String appId) -> " and appId eq " + quoted(appId);
            case Whose.Address(String address) -> " and ipAddress eq " + quoted(address);
        };
    }

    /** The released version knows no kinds and would refuse one. */
    private String event(Event event) {
        return switch (event) {
            case INTERACTIVE_USER -> withSessions ? " and signInEventTypes/any(t: t eq 'interactiveUser')" : "";
            case NON_INTERACTIVE_USER -> " and signInEventTypes/any(t: t eq 'nonInteractiveUser')";
            case SERVICE_PRINCIPAL -> " and signInEventTypes/any(t: t eq 'servicePrincipal')";
        };
    }

    private static String words(Event event) {
        return event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LogRow row(JsonItem row) {
        return new LogRow(
                row.text("id"),
                row.findInstant("createdDateTime"),
                row.find("userPrincipalName")
                        .filter(name -> !name.isEmpty())
                        .orElseGet(() -> row.textOrEmpty("servicePrincipalName")),
                row.textOrEmpty("appDisplayName"),
                row.textOrEmpty("ipAddress"),
                row.object().toString());
    }
}
