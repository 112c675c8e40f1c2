package dev.cordon.microsoft365.licences;

import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a list in which there is nothing from one that nobody fills: without the licence Microsoft answers with an empty list, with less than
 * it knows, or refuses in more than one wording.
 *
 * @param plans the service plans that the tenant can use; asked only where the answer leaves it open
 * @param wanted any of these fills the list
 * @param attempted what was tried
 * @param meaning what it means that the tenant has none of them
 * @param remedy what to do then
 */
public record Licensed(
        Supplier<Reading<Set<String>>> plans, Set<String> wanted, String attempted, String meaning, String remedy) {
    public static final String ENTRA_ID_P2 = "eec0eb4f-6444-4f95-aba0-50c24d67f998";

    /** Defender for Office 365, either plan: Safe Links and its report. */
    public static final Set<String> SAFE_LINKS =
            Set.of("f20fedf3-f3c3-43c3-8267-2bfdd51c0939", "8e0c0a52-6a6c-4d40-8370-dd62790dcd70");

    /** Defender for Office 365 Plan 2: the tables of clicks and mails that can be hunted. */
    public static final Set<String> HUNTS_MAIL = Set.of("8e0c0a52-6a6c-4d40-8370-dd62790dcd70");

    /** The plans of Defender, which make incidents: for Office 365, for Endpoint, for Business, for Identity, for Cloud Apps. */
    public static final Set<String> MAKE_INCIDENTS = Set.of(
            "f20fedf3-f3c3-43c3-8267-2bfdd51c0939",
            "8e0c0a52-6a6c-4d40-8370-dd62790dcd70",
            "871d91ec-ec1a-452b-a83f-bd76c7d770ef",
            "292cc034-7b7c-4950-aaf5-943befd3f1d4",
            "bfc1bbd9-981b-4f71-9b82-17c35fd0e2a4",
            "14ab5db5-e6c4-4b20-b4bc-13e36fd2227f",
            "2e2ddb96-6af9-4b1d-a3f0-d6ecfd22edb2");

    /** Those known to raise alerts: the plans of Defender, and Entra ID P2. */
    public static final Set<String> RAISE_ALERTS =
            Stream.concat(MAKE_INCIDENTS.stream(), Stream.of(ENTRA_ID_P2)).collect(Collectors.toUnmodifiableSet());

    /** How a list ended that was read to its end. */
    public CollectionEnd read() {
        Optional<Boolean> has = find();
        if (has.isEmpty()) {
            return new CollectionEnd.CutOff(doubt());
        }
        return has.get() ? new CollectionEnd.Complete() : new CollectionEnd.NotLicensed(lacking());
    }

    /** How complete a list is that was read to its end, as far as the licences decide it. */
    public Completeness completeness() {
        Optional<Boolean> has = find();
        if (has.isEmpty()) {
            return new Completeness.Incomplete(doubt());
        }
        return has.get() ? Completeness.complete() : new Completeness.AsLicensed(meaning);
    }

    private String doubt() {
        return attempted
                + ": the list was read to its end, but which licences the tenant has could not be read, and without"
                + " the right one the list holds nothing or less than there is.";
    }

    /** How a list ended that was refused. */
    public CollectionEnd refused(Failure failure) {
        return CollectionEnd.of(reason(failure));
    }

    /** Why a list was refused: a permission does not help where there is no licence. */
    public Failure reason(Failure failure) {
        boolean isRefusal = failure.reason() == Reason.MISSING_PERMISSION
                || failure.reason() == Reason.MISSING_ROLE
                || failure.reason() == Reason.REFUSED;
        boolean isLacking = failure.reason() == Reason.NOT_LICENSED
                || (isRefusal && find().filter(has -> !has).isPresent());
        return isLacking ? lacking() : failure;
    }

    private Failure lacking() {
        return new Failure(Reason.NOT_LICENSED, attempted, 0, "", "", "", meaning, remedy);
    }

    /** Whether the tenant has it; empty where nobody can say. */
    private Optional<Boolean> find() {
        try {
            Reading<Set<String>> owned = plans.get();
            boolean has = !Collections.disjoint(owned.value(), wanted);
            return has || owned.isComplete() ? Optional.of(has) : Optional.empty();
        } catch (TenantException _) {
            return Optional.empty();
        }
    }
}
