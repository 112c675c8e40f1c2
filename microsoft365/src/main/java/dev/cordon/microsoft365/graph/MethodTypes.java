package dev.cordon.microsoft365.graph;

import java.util.Set;

/**
 * Where each type of authentication method is deleted: Graph refuses to delete through the common path.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview">Authentication methods</a>
 */
final class MethodTypes {
    private static final String PREFIX = "#microsoft.graph.";
    private static final String SUFFIX = "AuthenticationMethod";
    static final String HARDWARE_TOKEN = "hardwareOath";

    private static final Set<String> BETA_ONLY = Set.of(HARDWARE_TOKEN, "passwordlessMicrosoftAuthenticator");

    private MethodTypes() {}

    /** The type's short name; a type of another shape keeps its name. */
    static String shortName(String odataType) {
        String name = odataType.startsWith(PREFIX) ? odataType.substring(PREFIX.length()) : odataType;
        return name.endsWith(SUFFIX) && name.length() > SUFFIX.length()
                ? name.substring(0, name.length() - SUFFIX.length())
                : name;
    }

    static String version(String type) {
        return BETA_ONLY.contains(type) ? GraphClient.BETA : GraphClient.V1;
    }

    /** The path below {@code /authentication}. */
    static String path(String type, String id) {
        return switch (type) {
            case "qrCodePin" -> "/qrCodePinMethod";
            case "external" -> "/externalAuthenticationMethods/" + GraphClient.segment(id);
            default -> "/" + GraphClient.segment(type) + "Methods/" + GraphClient.segment(id);
        };
    }
}
