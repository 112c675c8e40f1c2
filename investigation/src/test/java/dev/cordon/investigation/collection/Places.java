package dev.cordon.investigation.collection;

import dev.cordon.tenant.AlertQuestion;
import dev.cordon.tenant.AuditLogQueries;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.DirectoryAuditQuestion;
import dev.cordon.tenant.MessageTrace;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.PageProgress;
import dev.cordon.tenant.RiskQuestion;
import dev.cordon.tenant.SignInQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Fixtures: a place of every kind and every shape. */
public final class Places {
    public static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    public static final Instant UNTIL = Instant.parse("2026-03-02T08:00:00.1234567Z");
    private static final AuditQuestion QUESTION = new AuditQuestion(
            FROM,
            UNTIL,
            List.of("anna.berg@contoso.example", "o'brien\u202e\ud800@contoso.example"),
            List.of("MailItemsAccessed"),
            List.of("203.0.113.9", "2001:db8::1"));
    private static final AuditLogQueries.Query QUERY = new AuditLogQueries.Query("q-\u00fc\"1", true);
    private static final PageProgress LINK = new PageProgress.Link("https://graph.example/next?$skiptoken=a%20b");

    private Places() {}

    public static List<Place> all() {
        Instant middle = Instant.parse("2026-02-14T12:00:00Z");
        var signIns = new SignInQuestion(
                SignInQuestion.Event.NON_INTERACTIVE_USER, new SignInQuestion.Whose.User("object"), FROM, UNTIL);
        var sent = new MessageTrace.Question(new MessageTrace.Mails.SentBy("anna@contoso.example"), FROM, UNTIL);
        return List.of(
                new Place.AuditQueries(AuditLogQueries.Position.start(QUESTION)),
                new Place.AuditQueries(
                        new AuditLogQueries.Position(QUESTION, new AuditLogQueries.Progress.Asked(QUERY, 2))),
                new Place.AuditQueries(
                        new AuditLogQueries.Position(QUESTION, new AuditLogQueries.Progress.Succeeded(QUERY, LINK))),
                new Place.AuditQueries(new AuditLogQueries.Position(
                        QUESTION, new AuditLogQueries.Progress.Succeeded(QUERY, new PageProgress.End()))),
                search(),
                new Place.AuditSearch(new AuditLogSearch.Position(
                        QUESTION,
                        List.of(new AuditLogSearch.Window(FROM, middle), new AuditLogSearch.Window(middle, UNTIL)),
                        List.of("The audit search announced 7 rows and gave 6."))),
                new Place.AuditSearch(new AuditLogSearch.Position(QUESTION, List.of(), List.of())),
                new Place.SignIns(PagePosition.start(signIns)),
                new Place.SignIns(new PagePosition<>(
                        new SignInQuestion(
                                SignInQuestion.Event.SERVICE_PRINCIPAL,
                                new SignInQuestion.Whose.Everybody(),
                                FROM,
                                UNTIL),
                        LINK)),
                new Place.SignIns(new PagePosition<>(
                        new SignInQuestion(
                                SignInQuestion.Event.INTERACTIVE_USER,
                                new SignInQuestion.Whose.Address("203.0.113.9"),
                                FROM,
                                UNTIL),
                        new PageProgress.End())),
                new Place.SignIns(PagePosition.start(new SignInQuestion(
                        SignInQuestion.Event.INTERACTIVE_USER,
                        new SignInQuestion.Whose.Application("app"),
                        FROM,
                        UNTIL))),
                new Place.DirectoryAudits(PagePosition.start(audited(DirectoryAuditQuestion.Role.ACTOR))),
                new Place.DirectoryAudits(new PagePosition<>(audited(DirectoryAuditQuestion.Role.TARGET), LINK)),
                new Place.DirectoryAudits(PagePosition.start(
                        new DirectoryAuditQuestion(new DirectoryAuditQuestion.Whose.Everybody(), FROM, UNTIL))),
                new Place.Trace(MessageTrace.Position.start(sent)),
                new Place.Trace(new MessageTrace.Position(
                        new MessageTrace.Question(new MessageTrace.Mails.All(), FROM, UNTIL),
                        middle,
                        Optional.of(new MessageTrace.Cursor(FROM, "bo\u2028@contoso.example")))),
                new Place.Trace(new MessageTrace.Position(
                        new MessageTrace.Question(
                                new MessageTrace.Mails.ReceivedBy("anna@contoso.example"), FROM, UNTIL),
                        FROM,
                        Optional.empty())),
                new Place.RiskDetections(PagePosition.start(new RiskQuestion(Optional.of("object")))),
                new Place.RiskDetections(new PagePosition<>(new RiskQuestion(Optional.empty()), LINK)),
                new Place.Alerts(PagePosition.start(new AlertQuestion(List.of(), FROM))),
                new Place.Alerts(new PagePosition<>(
                        new AlertQuestion(List.of("object", "o'brien\u202e@contoso.example"), FROM),
                        new PageProgress.End())));
    }

    private static DirectoryAuditQuestion audited(DirectoryAuditQuestion.Role role) {
        return new DirectoryAuditQuestion(new DirectoryAuditQuestion.Whose.User(role, "object"), FROM, UNTIL);
    }

    /** The beginning of a search. */
    public static Place search() {
        return new Place.AuditSearch(AuditLogSearch.Position.start(QUESTION));
    }
}
