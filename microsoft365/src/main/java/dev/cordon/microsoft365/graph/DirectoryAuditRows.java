package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.option;
import static dev.cordon.microsoft365.graph.GraphClient.quoted;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.DirectoryAuditQuestion;
import dev.cordon.tenant.DirectoryAuditQuestion.Role;
import dev.cordon.tenant.DirectoryAuditQuestion.Whose;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.TenantException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows of the directory audit. No order is asked for: the service refuses one beside {@code any}. */
record DirectoryAuditRows(GraphClient graph) implements LogSource<PagePosition<DirectoryAuditQuestion>> {
    @Override
    public CollectionEnd collect(
            PagePosition<DirectoryAuditQuestion> from,
            Consumer<? super LogPage<PagePosition<DirectoryAuditQuestion>>> sink) {
        DirectoryAuditQuestion question = from.question();
        try {
            return new LogListing(graph, Need.READ_LOGS, "Read the directory audit", DirectoryAuditRows::row)
                    .collect(from.progress(), path(question), progress -> new PagePosition<>(question, progress), sink);
        } catch (TenantException e) {
            return CollectionEnd.of(e.failure());
        }
    }

    private static String path(DirectoryAuditQuestion question) {
        String filter =
                "activityDateTime ge " + question.from().truncatedTo(ChronoUnit.SECONDS) + " and activityDateTime le "
                        + question.until().truncatedTo(ChronoUnit.SECONDS) + whose(question.whose());
        return V1 + "/auditLogs/directoryAudits?$filter=" + option(filter);
    }

    private static String whose(Whose whose) {
        return switch (whose) {
            case Whose.Everybody _ -> "";
            case Whose.User(Role role, String objectId) ->
                switch (role) {
                    case TARGET -> " and targetResources/any(t: t/id eq " + quoted(objectId) + ")";
                    case ACTOR -> " and initiatedBy/user/id eq " + quoted(objectId);
                };
        };
    }

    private static LogRow row(JsonItem row) {
        Optional<JsonItem> by = row.findItem("initiatedBy");
        Optional<JsonItem> user = by.flatMap(each -> each.findItem("user"));
        return new LogRow(
                row.text("id"),
                row.findInstant("activityDateTime"),
                user.flatMap(each -> each.find("userPrincipalName"))
                        .or(() -> by.flatMap(each -> each.findItem("app")).flatMap(app -> app.find("displayName")))
                        .orElse(""),
                row.textOrEmpty("activityDisplayName"),
                user.flatMap(each -> each.find("ipAddress")).orElse(""),
                row.object().toString());
    }
}
