package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.microsoft365.wire.TokenClaims;
import dev.cordon.microsoft365.wire.Wire;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Exchange Online's administration endpoint of one tenant in one lane. Safe for many threads.
 *
 * @param wire sends the calls
 * @param root Exchange's address
 * @param tenantId the tenant
 * @param lane whose turn it is where calls must wait
 */
public record ExchangeClient(Wire wire, URI root, String tenantId, Lane lane) {
    private static final String SYSTEM_MAILBOX = "SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}";
    private static final List<String> NOTHING_TO_CHANGE =
            List.of("no settings of", "doesn't exist on the object", "isn't present", "is already disabled");

    /** Reads every row a cmdlet puts out. {@code mailbox} steers the request to the right server; empty text for the tenant. */
    <T> Reading<List<T>> read(String attempted, String mailbox, Cmdlet cmdlet, Function<JsonItem, T> row) {
        return new OutputPages<>(this, attempted, mailbox, cmdlet, row).read();
    }

    /** Changes something that may be changed again to the same. What is gone already is a receipt that says so. */
    Receipt change(String attempted, String mailbox, Cmdlet cmdlet) {
        Call call = call(attempted, mailbox, cmdlet.confirmed(), address());
        Sent<Changed> sent = wire.send(
                call,
                lane,
                new ExchangeDialect(true),
                new Expectation<>(response -> response.isSuccess() || isMissing(response), ExchangeClient::changed));
        if (!sent.value().errors().isEmpty()) {
            throw refused(attempted, sent.answer(), sent.value().errors());
        }
        return sent.receipt(sent.value().nothingToDo(), sent.value().warnings());
    }

    /**
     * Makes something that would be there twice if it were made twice: never repeated by itself once it may have arrived. What it names must
     * be there.
     */
    Sent<List<JsonItem>> create(String attempted, String mailbox, Cmdlet cmdlet) {
        Sent<Output> sent = wire.send(
                call(attempted, mailbox, cmdlet.confirmed(), address()),
                lane,
                new ExchangeDialect(true),
                Expectation.success(Output::of));
        if (!sent.value().errors().isEmpty()) {
            throw refused(attempted, sent.answer(), sent.value().errors());
        }
        return sent.map(Output::rows);
    }

    private record Changed(boolean nothingToDo, List<String> warnings, List<String> errors) {}

    private static Changed changed(Response response) {
        if (!response.isSuccess()) {
            return new Changed(
                    true, List.of(new ExchangeDialect(true).stated(response).message()), List.of());
        }
        Output output = Output.of(response);
        boolean nothing = output.warnings().stream()
                .anyMatch(warning -> NOTHING_TO_CHANGE.stream().anyMatch(warning::contains));
        return new Changed(nothing, output.warnings(), output.errors());
    }

    private static boolean isMissing(Response response) {
        return (response.status() == 404 || response.status() == 400)
                && new ExchangeDialect(true).stated(response).code().equals(ExchangeDialect.NOT_FOUND);
    }

    private static TenantException refused(String attempted, Answer answer, List<String> errors) {
        return new TenantException(new Failure(
                Failure.Reason.REFUSED,
                attempted,
                answer.status(),
                "",
                String.join(" ", errors),
                answer.requestId().orElse(""),
                "Exchange Online answered success and an error beside it; take it as not done.",
                "Read the current state, then use the generated PowerShell script for this step."));
    }

    Call call(String attempted, String mailbox, Cmdlet cmdlet, URI address) {
        return Call.change(
                        attempted,
                        Audience.EXCHANGE,
                        "POST",
                        address,
                        cmdlet.body().getBytes(StandardCharsets.UTF_8),
                        cmdlet.repeat(),
                        cmdlet.bucket())
                .leading(cmdlet.leads())
                .withHeader("X-AnchorMailbox", anchor(mailbox))
                .withHeader("X-CmdletName", cmdlet.name())
                .withHeader("X-ResponseFormat", "json")
                .withHeader("X-SerializationLevel", "Partial")
                .withHeader("parameter-based-routing", "true")
                .withHeader("Prefer", "odata.maxpagesize=1000")
                .shownAs("POST " + address + " " + cmdlet);
    }

    private String anchor(String mailbox) {
        if (mailbox.indexOf('@') > 0) {
            return "SMTP:"
                    + mailbox.chars()
                            .filter(c -> c > ' ' && c < 127)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        }
        TokenClaims claims = wire.claims(Audience.EXCHANGE);
        return claims.application() || claims.name().isEmpty()
                ? "APP:" + SYSTEM_MAILBOX + "@" + tenantId
                : "UPN:" + claims.name();
    }

    URI address() {
        return URI.create(root + "/adminapi/beta/" + tenantId + "/InvokeCommand");
    }
}
