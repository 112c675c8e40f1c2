package dev.cordon.playbooks.containment;

import dev.cordon.procedure.engine.Answered;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.FailureClassifier;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;
import java.util.Optional;

/** What a tenant's refusals and receipts mean to the engine. Stateless. */
public final class TenantFailures implements FailureClassifier {
    private static final System.Logger LOG = System.getLogger(TenantFailures.class.getName());

    @Override
    public CallFailure classify(Exception exception) {
        if (exception instanceof TenantException refused) {
            return of(refused.failure());
        }
        LOG.log(System.Logger.Level.ERROR, "a call ended in an unforeseen way", exception);
        return CallFailure.unknown(
                "Cordon failed while it waited for the answer; cordon.log in the data folder says where.",
                "Look at the account's state; running the incident again looks before it repeats.",
                Optional.empty());
    }

    @Override
    public Optional<CallFailure> recognise(Throwable thrown) {
        if (!(thrown instanceof TenantException refused)) {
            return Optional.empty();
        }
        CallFailure failure = of(refused.failure());
        return Optional.of(CallFailure.unknown(
                refused.failure().attempted() + ": " + failure.reason(), failure.remedy(), failure.requestId()));
    }

    /** The failure in the engine's words. */
    public static CallFailure of(Failure failure) {
        Optional<String> requestId = Optional.of(failure.requestId()).filter(id -> !id.isEmpty());
        String reason = failure.status() == 0
                ? failure.meaning()
                : (failure.code().isEmpty() && failure.requestId().isEmpty()
                                ? "The answer was "
                                : "Microsoft answered ")
                        + failure.status() + (failure.code().isEmpty() ? "" : " " + failure.code())
                        + ". " + failure.meaning();
        return switch (failure.reason()) {
            case UNKNOWN_RESULT -> CallFailure.unknown(reason, failure.remedy(), requestId);
            case MISSING_PERMISSION, MISSING_ROLE, NOT_LICENSED ->
                CallFailure.notPermitted(reason, failure.remedy(), requestId);
            case PROTECTED_TARGET,
                    NOT_SIGNED_IN,
                    OWN_SESSION_ENDED,
                    NOT_FOUND,
                    DEFAULT_METHOD,
                    MASTERED_ELSEWHERE,
                    REFUSED,
                    NOT_AVAILABLE,
                    THROTTLED,
                    SERVICE_FAULT,
                    UNREACHABLE,
                    UNREADABLE_ANSWER,
                    INTERRUPTED -> CallFailure.refused(reason, failure.remedy(), requestId);
        };
    }

    /** An accepted change in the engine's words. */
    public static Answered<Receipt> answered(Receipt receipt) {
        String detail = "accepted with status " + receipt.answers().getLast().status()
                + (receipt.warnings().isEmpty() ? "" : "; warnings: " + String.join(" | ", receipt.warnings()));
        Optional<String> requestId = receipt.answers().getLast().requestId();
        return receipt.alreadyInPlace()
                ? Answered.already(receipt, detail, requestId)
                : Answered.done(receipt, detail, requestId);
    }
}
