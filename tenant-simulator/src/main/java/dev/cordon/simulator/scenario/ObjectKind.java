package dev.cordon.simulator.scenario;

import java.util.Locale;

/** The kinds of things that can keep an attacker in, as the decision file names them. */
public enum ObjectKind {
    INBOX_RULE,
    FORWARDING,
    DELEGATE,
    FOLDER_PERMISSION,
    CALENDAR_PUBLISHING,
    AUTHENTICATION_METHOD,
    CONSENT,
    APP_ROLE_ASSIGNMENT,
    DEVICE,
    AUTO_REPLY,
    ROLE,
    TRANSPORT_RULE,
    CONNECTOR,
    REMOTE_DOMAIN;

    /** The word of the decision file, such as {@code inbox-rule}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it belongs to the whole tenant, so that an owner is not needed. */
    public boolean isTenantWide() {
        return this == TRANSPORT_RULE || this == CONNECTOR || this == REMOTE_DOMAIN;
    }
}
