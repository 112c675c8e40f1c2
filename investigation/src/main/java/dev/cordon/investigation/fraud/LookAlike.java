package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Reason;
import java.util.List;

/**
 * A domain that reads like one that people trust and is another one.
 *
 * @param domain as it was met, in lower case: untrusted text
 * @param of the domain it reads like
 * @param ofPartner whether that is a partner's and not the organisation's own
 * @param reasons how it does that, at least one
 */
public record LookAlike(String domain, String of, boolean ofPartner, List<Reason> reasons) {
    public LookAlike {
        requireNonNull(domain, "domain is null");
        requireNonNull(of, "of is null");
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a look-alike without a reason");
        }
    }
}
