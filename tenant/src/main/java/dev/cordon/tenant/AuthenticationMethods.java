package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
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

    /** Which second factor the user is asked for first, and who chooses it. Beta. Permission UserAuthenticationMethod.Read.All. */
    Reading<SecondFactorPreference> fetchPreference(String objectId);

    /**
     * Prefers {@code method}, so that another default can be deleted. Idempotent; repeated by itself. Beta. Permission
     * UserAuthenticationMethod.ReadWrite.All.
     *
     * @param method {@code push}, {@code oath}, {@code sms} …, of which the user has one
     */
    Receipt prefer(String objectId, String method);

    /**
     * Lets the service choose the strongest second factor, or keep to the user's preference. Idempotent; repeated by itself. Beta. Permission
     * UserAuthenticationMethod.ReadWrite.All.
     */
    Receipt letServiceChoose(String objectId, boolean serviceChooses);

    /**
     * Which second factor the user is asked for first.
     *
     * @param method the preferred one ({@code push}, {@code oath}, {@code sms} …); empty when none is set
     * @param serviceChooses whether the service chooses the strongest whatever is preferred
     */
    record SecondFactorPreference(Optional<String> method, boolean serviceChooses) {
        public SecondFactorPreference {
            requireNonNull(method, "method is null");
        }
    }

    /**
     * Makes a Temporary Access Pass that works once. It replaces one that the user has. Never repeated by the client itself: whether it was
     * made when no answer came is {@link Failure.Reason#UNKNOWN_RESULT}, and its text is then lost. Refused for guests and where the
     * tenant's policy does not allow such passes to the user. Permission UserAuthMethod-TAP.ReadWrite.All.
     *
     * @param lifetime whole minutes, 10 to 43200 and within the tenant's policy
     */
    IssuedPass issuePass(String objectId, Duration lifetime);

    /**
     * A pass as it was made. Only the answer that made it carries its text.
     *
     * @param method its entry among the user's methods
     * @param text what the user types
     * @param startsAt from when on it works
     * @param lifetime how long it then works
     * @param receipt that Microsoft accepted it
     */
    record IssuedPass(AuthenticationMethod method, Secret text, Instant startsAt, Duration lifetime, Receipt receipt) {
        public IssuedPass {
            requireNonNull(method, "method is null");
            requireNonNull(text, "text is null");
            requireNonNull(startsAt, "startsAt is null");
            requireNonNull(lifetime, "lifetime is null");
            requireNonNull(receipt, "receipt is null");
        }

        /** Until when it works. */
        public Instant usableUntil() {
            return startsAt.plus(lifetime);
        }
    }
}
