package dev.cordon.simulator.audits;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.MethodType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the audits of the service {@code Authentication Methods} tell of a method: their reason says which kind it was, and
 * what changed says more of it, its id among it, only where an administrator registered a pass or a telephone.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity/authentication/howto-registration-mfa-sspr-combined-troubleshoot">the
 *     events of registration</a>
 */
final class MethodWords {

    private MethodWords() {}

    /** The {@code resultReason}, by the members of the method. */
    static String reason(Activity activity, JsonObject method) {
        return MethodType.find(text(method, "type"))
                .map(type -> switch (activity) {
                    case REGISTER_METHOD -> "User registered " + own(type, method, "Mobile Phone SMS");
                    case DELETE_METHOD -> "User deleted " + own(type, method, "Mobile Phone Call and SMS");
                    case CHANGE_DEFAULT_METHOD ->
                        "User changed the default security info for " + preferred(type, method);
                    case ADMIN_REGISTER_METHOD -> "Admin registered " + administered(type) + " method for user";
                    case ADMIN_DELETE_METHOD -> "Admin deleted " + administered(type) + " method for user";
                    default -> "";
                })
                .orElse("");
    }

    /** What changed on the person. */
    static List<AuditChange> changes(Activity activity, String id, JsonObject method) {
        if (activity != Activity.ADMIN_REGISTER_METHOD) {
            return List.of();
        }
        return switch (text(method, "type")) {
            case "temporaryAccessPass" -> pass(id, method);
            case "phone" ->
                // which three there are, and in which order, is known; their names are from memory
                List.of(
                        made("Phone.AuthenticationMethodId", id),
                        made("Phone.PhoneType", text(method, "phoneType")),
                        made("Phone.PhoneNumber", text(method, "phoneNumber")));
            default -> List.of();
        };
    }

    private static List<AuditChange> pass(String id, JsonObject method) {
        var begin = Json.text(method, "startDateTime").map(Instant::parse);
        var minutes = method.get("lifetimeInMinutes") instanceof JsonPrimitive number ? number.getAsLong() : 60;
        var once = Json.bool(method, "isUsableOnce").orElse(false);
        var name = "TemporaryAccessPass.TemporaryAccessPass.";
        return List.of(
                made(name + "Id", id),
                made(name + "StartDateTime", begin.map(Json::time).orElse(null)),
                made(
                        name + "EndTime",
                        begin.map(from -> Json.time(from.plus(Duration.ofMinutes(minutes))))
                                .orElse(null)),
                made(name + "AccessPassUsage", once ? "OneTime" : "Multiple"));
    }

    /** This service writes what was not there as an empty text. */
    private static AuditChange made(String name, @Nullable String value) {
        return new AuditChange(name, Json.element(""), Json.element(value));
    }

    /** What its owner reads; the words for keys, passes and cards other than {@code Fido} are from memory. */
    private static String own(MethodType type, JsonObject method, String mobile) {
        return switch (type) {
            case PASSWORD -> "Password";
            case PHONE ->
                switch (text(method, "phoneType")) {
                    case "alternateMobile" -> "Alternate Mobile Phone Call";
                    case "office" -> "Office Phone Call";
                    default -> mobile;
                };
            case MICROSOFT_AUTHENTICATOR -> "Authenticator App with Notification and Code";
            case SOFTWARE_OATH -> "Authenticator App with Code";
            case HARDWARE_OATH -> "Hardware OATH Token";
            case FIDO2 -> "Fido";
            case EMAIL -> "Email";
            case TEMPORARY_ACCESS_PASS -> "Temporary Access Pass";
            case WINDOWS_HELLO -> "Windows Hello for Business";
            case PLATFORM_CREDENTIAL -> "Platform Credential";
            case EXTERNAL -> "External Authentication Method";
            case QR_CODE_PIN -> "QR Code";
        };
    }

    private static String preferred(MethodType type, JsonObject method) {
        return switch (type) {
            case MICROSOFT_AUTHENTICATOR -> "Authenticator app notification";
            case SOFTWARE_OATH, HARDWARE_OATH -> "A code from my authenticator app or token";
            case PHONE -> {
                var number = text(method, "phoneNumber");
                var country = number.indexOf(' ') + 1;
                var masked = number.substring(0, country) + "X".repeat(number.length() - country);
                yield (text(method, "phoneType").equals("mobile") ? "Text a code to " : "Call ") + masked;
            }
            case PASSWORD,
                    FIDO2,
                    EMAIL,
                    TEMPORARY_ACCESS_PASS,
                    WINDOWS_HELLO,
                    PLATFORM_CREDENTIAL,
                    EXTERNAL,
                    QR_CODE_PIN -> own(type, method, "");
        };
    }

    /** Microsoft shows telephones and passes; the others are from memory. */
    private static String administered(MethodType type) {
        return switch (type) {
            case PASSWORD -> "password";
            case PHONE -> "phone";
            case MICROSOFT_AUTHENTICATOR -> "authenticator app";
            case SOFTWARE_OATH -> "software OATH";
            case HARDWARE_OATH -> "hardware OATH";
            case FIDO2 -> "fido";
            case EMAIL -> "email";
            case TEMPORARY_ACCESS_PASS -> "temporary access pass";
            case WINDOWS_HELLO -> "Windows Hello for Business";
            case PLATFORM_CREDENTIAL -> "platform credential";
            case EXTERNAL -> "external authentication";
            case QR_CODE_PIN -> "QR code";
        };
    }

    private static String text(JsonObject method, String name) {
        return Json.text(method, name).orElse("");
    }
}
