package dev.cordon.microsoft365.signin;

import com.microsoft.aad.msal4j.MsalServiceException;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Broken;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.TenantException;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why no token was given, in words. */
final class SignInRefusal {
    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d+)");

    /** Where the answer is none of the protocol, the library keeps its status only within its words. */
    private static final Pattern STATUS = Pattern.compile("returned status(?: code)?:? (\\d{3})\\b");

    private SignInRefusal() {}

    static TenantException interrupted(Audience audience) {
        return new TenantException(failure(
                Reason.INTERRUPTED,
                audience,
                0,
                "",
                "",
                "The sign-in was interrupted.",
                "Run it again when you are ready."));
    }

    /** @param hadOne whether we had a token before and it was refused */
    static TenantException of(Audience audience, @Nullable Throwable cause, boolean hadOne) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof MsalServiceException refusal) {
                return new TenantException(stated(audience, refusal, hadOne), refusal);
            }
            if (at instanceof IOException broken) {
                return new TenantException(
                        failure(
                                Reason.UNREACHABLE,
                                audience,
                                0,
                                "",
                                Broken.inWords(broken),
                                "The sign-in host could not be reached; nothing was changed.",
                                "Check the network, the authority and the CA file of the connection document, then run it again."),
                        broken);
            }
        }
        String message = cause == null ? "" : inWords(cause);
        Failure failure = failure(
                Reason.NOT_SIGNED_IN,
                audience,
                0,
                "",
                message,
                "No token was given.",
                "Sign in again; check the application registration and its certificate.");
        return cause == null ? new TenantException(failure) : new TenantException(failure, cause);
    }

    /** The library wraps what it says in exceptions that only name the next one. */
    private static String inWords(Throwable cause) {
        Throwable innermost = cause;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? "" : Broken.inWords(innermost);
    }

    private static Failure stated(Audience audience, MsalServiceException refusal, boolean hadOne) {
        String message = String.valueOf(refusal.getMessage());
        Matcher matcher = NUMBER.matcher(message);
        String number = matcher.find() ? matcher.group(1) : "";
        int status = status(refusal, message);
        String code = number.isEmpty() ? String.valueOf(refusal.errorCode()) : "AADSTS" + number;
        if (status == 429 || status >= 500) {
            return failure(
                    status == 429 ? Reason.THROTTLED : Reason.SERVICE_FAULT,
                    audience,
                    status,
                    code,
                    message,
                    status == 429
                            ? "Too much was asked of the sign-in service."
                            : "The sign-in service is not available now; that lies with Microsoft, not with this sign-in.",
                    "Wait a few minutes and run it again.");
        }
        Reason reason = hadOne && isEndedSession(number) ? Reason.OWN_SESSION_ENDED : Reason.NOT_SIGNED_IN;
        return failure(reason, audience, status, code, message, meaning(number), remedy(number));
    }

    private static int status(MsalServiceException refusal, String message) {
        if (refusal.statusCode() != null) {
            return refusal.statusCode();
        }
        Matcher said = STATUS.matcher(message);
        return said.find() ? Integer.parseInt(said.group(1)) : 0;
    }

    private static boolean isEndedSession(String number) {
        return switch (number) {
            case "50173", "50057", "50132", "50133", "70008", "700082", "50076", "50079" -> true;
            default -> false;
        };
    }

    private static String meaning(String number) {
        return switch (number) {
            case "50173", "50132", "50133" -> "Our own sign-in was revoked, by this containment or by somebody else.";
            case "50057" -> "The account or application we sign in as is disabled.";
            case "50126" -> "The password was wrong.";
            case "50055" -> "The password of the account we sign in as must be changed first.";
            case "50076", "50079" -> "A second factor is asked for.";
            case "53003" -> "Conditional Access blocks this sign-in.";
            case "50053" -> "The account is locked, or the sign-in comes from an address with a bad name.";
            case "70008", "700082" -> "The sign-in has expired.";
            case "7000215", "700027", "7000222", "7000229", "700016" ->
                "The application or its certificate is not accepted by this tenant.";
            case "65001" -> "The application has not been consented to.";
            case "500011", "90002", "900023" -> "The tenant or the service is not known under that name.";
            case "50011" -> "The application registration lacks the redirect address http://localhost.";
            default -> "No token was given.";
        };
    }

    private static String remedy(String number) {
        return switch (number) {
            case "50173", "50132", "50133", "70008", "700082", "50076", "50079" ->
                "Sign in again; if you are the target yourself, let another administrator take over from another device.";
            case "50057" -> "Let another administrator take over, or have the account or application enabled again.";
            case "50055" -> "Change the password at a trusted device, then sign in again.";
            case "53003" -> "Sign in from a device and place that Conditional Access allows, or use the certificate.";
            case "7000215", "700027", "7000222", "7000229", "700016" ->
                "Upload the certificate to the application registration named by clientId, in the tenant named by tenantId, or name the right file.";
            case "65001" -> "Have an administrator grant consent to the application named by clientId.";
            case "500011", "90002", "900023" -> "Correct tenantId, authority or cloud in the connection document.";
            case "50011" -> "Add the redirect address http://localhost to the application registration.";
            default -> "Read Microsoft's message, correct it and sign in again.";
        };
    }

    private static Failure failure(
            Reason reason, Audience audience, int status, String code, String message, String meaning, String remedy) {
        String service = switch (audience) {
            case GRAPH -> "Microsoft Graph";
            case EXCHANGE -> "Exchange Online";
            case COMPLIANCE -> "Microsoft Purview";
        };
        return new Failure(
                reason,
                "Sign in to " + service,
                status,
                code,
                message.toLowerCase(Locale.ROOT).contains("client_assertion=") ? "" : message,
                "",
                meaning,
                remedy);
    }
}
