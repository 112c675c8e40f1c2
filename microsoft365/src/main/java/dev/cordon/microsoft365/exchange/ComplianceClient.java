package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.microsoft365.wire.Wire;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Security & Compliance of one tenant in one lane, by the protocol of Exchange's administration endpoint. The general host names the one of
 * the tenant's region, which is asked from then on. Only for a signed-in person. Safe for many threads.
 *
 * @param wire sends the calls
 * @param region where to
 * @param tenantId the tenant
 * @param lane whose turn it is where calls must wait
 */
public record ComplianceClient(Wire wire, ComplianceRegion region, String tenantId, Lane lane) {
    private static final String SYSTEM_MAILBOX = "SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}";
    private static final int MOST_REDIRECTIONS = 2;

    /** The one row that a cmdlet puts out; empty where what it names is not there. */
    Sent<Optional<JsonItem>> find(String attempted, String role, Cmdlet cmdlet) {
        Sent<Ran> sent = run(attempted, role, cmdlet);
        refuseErrors(attempted, sent);
        return sent.map(ran -> ran.output().rows().stream().findFirst());
    }

    /** Changes something. What is gone already is a receipt that says so. */
    Receipt change(String attempted, String role, Cmdlet cmdlet) {
        Sent<Ran> sent = run(attempted, role, cmdlet.confirmed());
        refuseErrors(attempted, sent);
        return sent.receipt(sent.value().isMissing(), sent.value().output().warnings());
    }

    /** Changes something that must be there. */
    Receipt changeExisting(String attempted, String role, Cmdlet cmdlet) {
        Sent<Ran> sent = run(attempted, role, cmdlet.confirmed());
        refuseErrors(attempted, sent);
        if (sent.value().isMissing()) {
            throw new TenantException(missing(attempted, sent.answer()));
        }
        return sent.receipt(false, sent.value().output().warnings());
    }

    /** What a cmdlet put out, or that what it names is not there. */
    private record Ran(Output output, boolean isMissing) {}

    /** What came: an end, or where else to ask. */
    private record Step(Optional<Ran> ran, Optional<URI> elsewhere) {}

    private Sent<Ran> run(String attempted, String role, Cmdlet cmdlet) {
        refuseApplication(attempted);
        ComplianceDialect dialect = new ComplianceDialect(new ExchangeDialect(!cmdlet.isRead()), role);
        URI host = region.find().orElseGet(() -> located(attempted, dialect));
        for (int redirections = 0; ; redirections++) {
            Call call = call(attempted, cmdlet, host);
            Sent<Step> sent =
                    wire.send(call, lane, dialect, new Expectation<>(this::isEnd, response -> step(response, dialect)));
            if (sent.value().ran().isPresent()) {
                region.remember(host);
                Ran ran = sent.value().ran().get();
                return sent.map(_ -> ran);
            }
            if (redirections >= MOST_REDIRECTIONS) {
                throw new TenantException(inCircles(attempted, sent.answer()));
            }
            host = sent.value().elsewhere().orElse(host);
        }
    }

    private boolean isEnd(Response response) {
        return response.isSuccess()
                || isMissing(response)
                || elsewhere(response).isPresent();
    }

    private static boolean isMissing(Response response) {
        return (response.status() == 404 || response.status() == 400)
                && new ExchangeDialect(false).stated(response).code().equals(ExchangeDialect.NOT_FOUND);
    }

    private Optional<URI> elsewhere(Response response) {
        return response.status() >= 300 && response.status() < 400
                ? response.header("location").flatMap(region::ofLocation)
                : Optional.empty();
    }

    private Step step(Response response, ComplianceDialect dialect) {
        Optional<URI> elsewhere = elsewhere(response);
        if (elsewhere.isPresent()) {
            return new Step(Optional.empty(), elsewhere);
        }
        if (!response.isSuccess()) {
            List<String> said = List.of(dialect.stated(response).message());
            return new Step(
                    Optional.of(new Ran(new Output(List.of(), said, List.of(), Optional.empty()), true)),
                    Optional.empty());
        }
        return new Step(Optional.of(new Ran(Output.of(response), false)), Optional.empty());
    }

    /** Asks the general host for the region; a host that serves us itself says nothing of another. */
    private URI located(String attempted, ComplianceDialect dialect) {
        URI banner =
                URI.create(region.root() + "/adminapi/beta/" + tenantId + "/EXOBanner('AutogenSession')?Version=3.9.2");
        Call call = Call.get(attempted, Audience.COMPLIANCE, banner, Bucket.COMPLIANCE)
                .withHeader("X-AnchorMailbox", anchor());
        return wire.send(
                        call,
                        lane,
                        dialect,
                        new Expectation<>(
                                response -> response.isSuccess()
                                        || response.status() == 404
                                        || elsewhere(response).isPresent(),
                                this::elsewhere))
                .value()
                .orElse(region.root());
    }

    private Call call(String attempted, Cmdlet cmdlet, URI host) {
        URI address = URI.create(host + "/adminapi/beta/" + tenantId + "/InvokeCommand");
        return Call.change(
                        attempted,
                        Audience.COMPLIANCE,
                        "POST",
                        address,
                        cmdlet.body().getBytes(StandardCharsets.UTF_8),
                        cmdlet.repeat(),
                        Bucket.COMPLIANCE)
                .withHeader("X-AnchorMailbox", anchor())
                .withHeader("X-CmdletName", cmdlet.name())
                .withHeader("X-ResponseFormat", "json")
                .withHeader("X-SerializationLevel", "Partial")
                .withHeader("parameter-based-routing", "true")
                .withHeader("Prefer", "odata.maxpagesize=1000")
                .shownAs("POST " + address + " " + cmdlet);
    }

    private String anchor() {
        return "UPN:" + SYSTEM_MAILBOX + "@" + tenantId;
    }

    private void refuseApplication(String attempted) {
        if (wire.claims(Audience.GRAPH).application()) {
            throw new TenantException(
                    new Failure(
                            Reason.NOT_AVAILABLE,
                            attempted,
                            0,
                            "",
                            "",
                            "",
                            "Microsoft offers searches and purges to a signed-in person only, not to an application by itself.",
                            "Sign in as an administrator with the role Search And Purge, or remove the copies mailbox by mailbox."));
        }
    }

    private static void refuseErrors(String attempted, Sent<Ran> sent) {
        List<String> errors = sent.value().output().errors();
        if (!errors.isEmpty()) {
            throw new TenantException(new Failure(
                    Reason.REFUSED,
                    attempted,
                    sent.answer().status(),
                    "",
                    String.join(" ", errors),
                    sent.answer().requestId().orElse(""),
                    "Microsoft Purview answered success and an error beside it; take it as not done.",
                    "Read the current state, then search and purge in the Microsoft Purview portal."));
        }
    }

    private static Failure missing(String attempted, Answer answer) {
        return new Failure(
                Reason.NOT_FOUND,
                attempted,
                answer.status(),
                ExchangeDialect.NOT_FOUND,
                "",
                answer.requestId().orElse(""),
                "Microsoft Purview has no such object.",
                "Read the current state again.");
    }

    private static Failure inCircles(String attempted, Answer answer) {
        return new Failure(
                Reason.REFUSED,
                attempted,
                answer.status(),
                "",
                "",
                answer.requestId().orElse(""),
                "Each host of Security & Compliance sends us to another one.",
                "Ask once more; where it stays so, search and purge in the Microsoft Purview portal.");
    }
}
