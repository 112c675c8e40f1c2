package dev.cordon.app;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a request of the attacker means to somebody who watches. */
final class AttackerDeed {
    private static final Map<String, String> BY_PATH = new LinkedHashMap<>();

    static {
        BY_PATH.put("/oauth2/v2.0/token", "asks for a new token");
        BY_PATH.put("/oauth2/v2.0/authorize", "signs in with the password he knows");
        BY_PATH.put("/messageRules", "makes an inbox rule");
        BY_PATH.put("/mailFolders", "looks for a folder to hide mail in");
        BY_PATH.put("/messages", "searches the mail");
        BY_PATH.put("/sendMail", "sends mail in the user's name");
        BY_PATH.put("/authentication/", "registers a second factor of his own");
        BY_PATH.put("/oauth2PermissionGrants", "lets an application in");
        BY_PATH.put("/devices", "registers a device");
    }

    private AttackerDeed() {}

    static String words(String method, String path, String cmdlet) {
        if (!cmdlet.isEmpty()) {
            return "runs " + cmdlet;
        }
        String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        String fallback = method + " " + bare;
        return BY_PATH.entrySet().stream()
                .filter(known -> bare.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(fallback);
    }
}
