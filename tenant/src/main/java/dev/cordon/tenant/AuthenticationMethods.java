package dev.cordon.tenant;

import java.util.List;
import java.util.Optional;

/** Authentication methods of a user, the password included. App passwords and remembered devices are not visible here. */
public interface AuthenticationMethods {
    /** Every method of every type. Permission UserAuthenticationMethod.Read.All. */
    Reading<List<AuthenticationMethod>> fetchMethods(String objectId);

    /**
     * Deletes one method by its typed path. A method already gone is a receipt that says so. {@link Failure.Reason#DEFAULT_METHOD} while
     * it is the default and others exist. Idempotent; repeated by itself. Permission UserAuthenticationMethod.ReadWrite.All.
     */
    Receipt delete(String objectId, AuthenticationMethod method);

    /** The preferred second factor ({@code push}, {@code oath}, {@code sms} …); empty when none is set. Beta. */
    Reading<Optional<String>> fetchPreferred(String objectId);

    /** Prefers {@code method} and switches the system's own preference off, so that another default can be deleted. Idempotent. Beta. */
    Receipt prefer(String objectId, String method);
}
