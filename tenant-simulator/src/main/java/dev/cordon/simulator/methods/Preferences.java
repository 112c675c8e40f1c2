package dev.cordon.simulator.methods;

import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.AuthenticationMethod;

/** The words sign-in preferences use for methods. */
final class Preferences {

    private Preferences() {}

    static String word(AuthenticationMethod method) {
        return switch (method.type()) {
            case MICROSOFT_AUTHENTICATOR -> "push";
            case SOFTWARE_OATH, HARDWARE_OATH -> "oath";
            case PHONE ->
                switch (Json.text(method.details(), "phoneType").orElse("mobile")) {
                    case "alternateMobile" -> "voiceAlternateMobile";
                    case "office" -> "voiceOffice";
                    default -> "sms";
                };
            case PASSWORD,
                    FIDO2,
                    EMAIL,
                    TEMPORARY_ACCESS_PASS,
                    WINDOWS_HELLO,
                    PLATFORM_CREDENTIAL,
                    EXTERNAL,
                    QR_CODE_PIN -> "none";
        };
    }

    static boolean matches(AuthenticationMethod method, String wanted) {
        String own = word(method);
        return own.equals(wanted) || (own.equals("sms") && wanted.equals("voiceMobile"));
    }
}
