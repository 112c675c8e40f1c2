package dev.cordon.simulator.methods;

import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.TableKey;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.util.Set;

/** The words sign-in preferences use for methods. */
final class Preferences {

    /** What can be preferred; {@code none} is only ever read. */
    static final Set<String> WORDS =
            Set.of("push", "oath", "voiceMobile", "voiceAlternateMobile", "voiceOffice", "sms");

    /** Whether the service may choose for a person; it may not unless somebody said so. */
    record SystemPreference(String userId, boolean on) {
        static final TableKey<SystemPreference> TABLE = new TableKey<>("system-preferences", SystemPreference.class);
    }

    private Preferences() {}

    static boolean isSystemPreferred(TenantState state, User user) {
        return state.table(SystemPreference.TABLE)
                .find(user.id())
                .map(SystemPreference::on)
                .orElse(false);
    }

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
