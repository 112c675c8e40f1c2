package dev.cordon.simulator.methods;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.MethodType;
import dev.cordon.simulator.state.TenantState;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes methods, from a request or from a scenario's object; their ids and proofs are drawn. */
final class NewMethod {

    private static final String MOBILE = "3179e48a-750b-4051-897c-87b9720928f7";
    private static final String ALTERNATE = "b6332ec1-7057-4abe-9331-3d72feddfe41";
    private static final String OFFICE = "e37fc753-ff3b-4958-9484-eaa9425c82bc";
    private static final String EMAIL = "3ddfcfc8-9383-446f-83cc-3ab9be4be18f";

    private final TenantState state;

    NewMethod(TenantState state) {
        this.state = state;
    }

    /**
     * A method of that type with those details.
     *
     * @param name makes the drawn id and proof its own
     */
    AuthenticationMethod of(
            MethodType type,
            String userId,
            JsonObject object,
            @Nullable Instant created,
            boolean isDefault,
            String name) {
        JsonObject details = object.deepCopy();
        details.remove("type");
        details.remove("default");
        details.remove("secretKey");
        details.remove("createdDateTime");
        String proof = proof(type, userId, name);
        complete(type, details, created);
        return new AuthenticationMethod(
                id(type, userId, details, name), userId, type, created, isDefault, proof, details);
    }

    /** Refuses what no telephone and no mailbox is called. */
    static void check(MethodType type, JsonObject body) {
        String number = Json.text(body, "phoneNumber").orElse("");
        if (type == MethodType.PHONE && !number.matches("\\+\\d{1,3} [\\d -]{4,}(x\\d+)?")) {
            throw MethodErrors.invalid("The phone number must have the form +{country code} {number}x{extension}.");
        }
        String kind = Json.text(body, "phoneType").orElse("");
        if (type == MethodType.PHONE
                && !Set.of("mobile", "alternateMobile", "office").contains(kind)) {
            throw MethodErrors.invalid("phoneType must be mobile, alternateMobile or office.");
        }
        if (type == MethodType.EMAIL
                && !Json.text(body, "emailAddress").orElse("").matches("[^@\\s]+@[^@\\s]+")) {
            throw MethodErrors.invalid("The e-mail address is not valid.");
        }
    }

    private String id(MethodType type, String userId, JsonObject details, String name) {
        return switch (type) {
            case PASSWORD -> AuthenticationMethod.PASSWORD_ID;
            case PHONE ->
                switch (Json.text(details, "phoneType").orElse("mobile")) {
                    case "alternateMobile" -> ALTERNATE;
                    case "office" -> OFFICE;
                    default -> MOBILE;
                };
            case EMAIL -> EMAIL;
            case FIDO2 -> state.chance().letters(42, "method", userId, name) + "2";
            case MICROSOFT_AUTHENTICATOR,
                    SOFTWARE_OATH,
                    HARDWARE_OATH,
                    TEMPORARY_ACCESS_PASS,
                    WINDOWS_HELLO,
                    PLATFORM_CREDENTIAL,
                    EXTERNAL,
                    QR_CODE_PIN -> state.chance().guid("method", userId, name);
        };
    }

    private String proof(MethodType type, String userId, String name) {
        String drawn = state.chance().letters(type == MethodType.TEMPORARY_ACCESS_PASS ? 9 : 20, "proof", userId, name);
        return type == MethodType.SOFTWARE_OATH ? drawn.toUpperCase(Locale.ROOT) : drawn;
    }

    private static void complete(MethodType type, JsonObject details, @Nullable Instant created) {
        switch (type) {
            case PHONE -> {
                absent(details, "phoneType", "mobile");
                absent(details, "smsSignInState", "notAllowedByPolicy");
            }
            case MICROSOFT_AUTHENTICATOR -> {
                absent(details, "deviceTag", "SoftwareTokenActivated");
                absent(details, "phoneAppVersion", "6.8.11");
            }
            case TEMPORARY_ACCESS_PASS -> {
                if (!(details.get("lifetimeInMinutes") instanceof JsonPrimitive)) {
                    details.addProperty("lifetimeInMinutes", 60);
                }
                if (Json.bool(details, "isUsableOnce").isEmpty()) {
                    details.addProperty("isUsableOnce", false);
                }
                if (created != null) {
                    absent(details, "startDateTime", Json.time(created));
                }
            }
            case WINDOWS_HELLO, PLATFORM_CREDENTIAL -> absent(details, "keyStrength", "normal");
            case EXTERNAL -> absent(details, "configurationId", "b1f4a6b4-3a71-4a4c-8d5c-5d9d2b9d5d4e");
            case FIDO2 -> {
                absent(details, "attestationLevel", "attested");
                absent(details, "passkeyType", "deviceBound");
            }
            case PASSWORD, SOFTWARE_OATH, HARDWARE_OATH, EMAIL, QR_CODE_PIN -> {}
        }
    }

    private static void absent(JsonObject details, String name, String value) {
        JsonElement present = details.get(name);
        if (present == null || present.isJsonNull()) {
            details.addProperty(name, value);
        }
    }
}
