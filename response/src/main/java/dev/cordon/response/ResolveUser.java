package dev.cordon.response;

import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;

/** Finds the one account that the operator's word means. */
final class ResolveUser {
    private ResolveUser() {}

    static Reading<UserAccount> resolve(Tenant tenant, String reference) {
        Reading<List<UserAccount>> found = tenant.directory().findUsers(reference);
        if (found.value().isEmpty()) {
            throw new RequestRefusedException(
                    Reason.UNKNOWN_USER,
                    "No account has the UPN, object id, mail address, alias or display name '" + reference + "'"
                            + (found.isComplete() ? "." : ", as far as the directory could be read."),
                    "Name it by its UPN or object id; nothing was changed.");
        }
        if (found.value().size() > 1) {
            throw new RequestRefusedException(
                    Reason.AMBIGUOUS_USER,
                    "'" + reference + "' could be more than one account; nothing was changed.",
                    "Name it by UPN or object id.",
                    found.value().stream()
                            .map(user ->
                                    user.userPrincipalName() + " (" + user.displayName() + ", " + user.objectId() + ")")
                            .toList());
        }
        return found.map(List::getFirst);
    }
}
