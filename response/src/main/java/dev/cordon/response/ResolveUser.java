package dev.cordon.response;

import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the one account that the operator's word means. */
final class ResolveUser {
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private ResolveUser() {}

    static Reading<UserAccount> resolve(Tenant tenant, String reference) {
        Reading<List<UserAccount>> found = tenant.directory().findUsers(reference);
        if (found.value().isEmpty()) {
            throw new RequestRefusedException(
                    Reason.UNKNOWN_USER,
                    "No account has the UPN, object id, mail address, alias or display name '" + reference + "'"
                            + (found.isComplete() ? "." : ", as far as the directory could be read."),
                    "Name it by its UPN or object id; nothing was changed." + deleted(reference));
        }
        if (found.value().size() > 1) {
            throw new RequestRefusedException(
                    Reason.AMBIGUOUS_USER,
                    "'" + reference + "' could be more than one account; nothing was changed.",
                    "Name it by UPN or object id.",
                    Nearest.of(
                            reference,
                            found.value(),
                            user -> Stream.of(user.userPrincipalName(), user.displayName()),
                            user -> user.userPrincipalName() + " (" + user.displayName() + ", " + user.objectId()
                                    + ")"));
        }
        return found.map(List::getFirst);
    }

    /** A display name that fits nobody is a slip; an address or an id may be that of somebody who has left. */
    private static String deleted(String reference) {
        return reference.contains("@") || OBJECT_ID.matcher(reference.strip()).matches()
                ? " If the user was deleted, look for him at Entra admin center > Users > Deleted users, where he stays for"
                        + " 30 days. What an attacker left may live on without him: consents for the whole tenant, applications"
                        + " and other accounts that he owned or ruled, and the rules and the forwarding of a mailbox that was"
                        + " kept, made shared or is restored. To look, restore him there, block his sign-in at once, and"
                        + " respond; or look at Enterprise applications, and at the mailbox in the Exchange admin center, by hand."
                : "";
    }
}
