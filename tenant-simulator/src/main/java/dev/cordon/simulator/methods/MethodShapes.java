package dev.cordon.simulator.methods;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.MethodType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Methods as Graph shows them; wire reference B.2. */
final class MethodShapes {

    private MethodShapes() {}

    static JsonObject shown(AuthenticationMethod method, Instant now) {
        JsonObject json = Json.object("@odata.type", method.type().odataType(), "id", method.id());
        for (String name : names(method.type())) {
            json.add(name, method.details().has(name) ? method.details().get(name) : JsonNull.INSTANCE);
        }
        if (method.type() == MethodType.FIDO2 && !method.details().has("attestationCertificates")) {
            json.add("attestationCertificates", new JsonArray());
        }
        if (method.type() == MethodType.TEMPORARY_ACCESS_PASS) {
            usability(json, now);
        }
        json.add("createdDateTime", Json.element(method.created()));
        return json;
    }

    /** With the telephone number masked but for the country and the last two digits; the form is from memory. */
    static JsonObject masked(JsonObject shown) {
        Json.text(shown, "phoneNumber").ifPresent(number -> {
            int country = number.indexOf(' ') + 1;
            int end = Math.max(country, number.length() - 2);
            shown.addProperty(
                    "phoneNumber", number.substring(0, country) + "X".repeat(end - country) + number.substring(end));
        });
        return shown;
    }

    private static List<String> names(MethodType type) {
        return switch (type) {
            case PASSWORD -> List.of("password");
            case PHONE -> List.of("phoneNumber", "phoneType", "smsSignInState");
            case MICROSOFT_AUTHENTICATOR -> List.of("displayName", "deviceTag", "phoneAppVersion");
            case FIDO2 ->
                List.of("displayName", "aaGuid", "model", "attestationCertificates", "attestationLevel", "passkeyType");
            case SOFTWARE_OATH -> List.of("secretKey");
            case HARDWARE_OATH -> List.of();
            case EMAIL -> List.of("emailAddress");
            case TEMPORARY_ACCESS_PASS ->
                List.of(
                        "temporaryAccessPass",
                        "lifetimeInMinutes",
                        "isUsableOnce",
                        "isUsable",
                        "methodUsabilityReason",
                        "startDateTime");
            case WINDOWS_HELLO -> List.of("displayName", "keyStrength");
            case PLATFORM_CREDENTIAL -> List.of("displayName", "keyStrength", "platform");
            case EXTERNAL -> List.of("configurationId", "displayName");
            case QR_CODE_PIN -> List.of();
        };
    }

    private static void usability(JsonObject json, Instant now) {
        Instant start = Json.text(json, "startDateTime").map(Instant::parse).orElse(now);
        int minutes = json.get("lifetimeInMinutes").isJsonNull()
                ? 60
                : json.get("lifetimeInMinutes").getAsInt();
        boolean used = Json.text(json, "methodUsabilityReason").orElse("").equals("OneTimeUsed");
        String reason = used
                ? "OneTimeUsed"
                : now.isBefore(start)
                        ? "NotYetValid"
                        : now.isAfter(start.plus(Duration.ofMinutes(minutes))) ? "Expired" : "EnabledByPolicy";
        json.addProperty("isUsable", reason.equals("EnabledByPolicy"));
        json.addProperty("methodUsabilityReason", reason);
    }
}
