package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.state.TenantEvent;
import java.util.Arrays;

/** The two settings that forward the mail of a mailbox. Each is a thing of its own: another hand may have set it. */
public enum ForwardingSetting {
    SMTP_ADDRESS("ForwardingSmtpAddress"),
    RECIPIENT("ForwardingAddress");

    private final String word;

    ForwardingSetting(String word) {
        this.word = word;
    }

    /** Its name in the cmdlets. */
    public String word() {
        return word;
    }

    /** The wire id of the forwarding that it makes. */
    public String wireId(String mailboxGuid) {
        return mailboxGuid + "/" + word;
    }

    /** Whether the event changed the forwarding of that wire id. */
    public static boolean isAbout(TenantEvent event, String wireId) {
        return Arrays.stream(values())
                .anyMatch(setting -> setting.isChanged(event)
                        && setting.wireId(event.targetId()).equals(wireId));
    }

    /** Whether the event took one of the two away. */
    public static boolean isCleared(TenantEvent event) {
        return Arrays.stream(values()).anyMatch(setting -> setting.isChanged(event) && !setting.isSet(event.after()));
    }

    private boolean isChanged(TenantEvent event) {
        return event.before().has(word);
    }

    /** Whether these settings set it to something. */
    public boolean isSet(JsonObject settings) {
        return settings.has(word) && !settings.get(word).isJsonNull();
    }
}
