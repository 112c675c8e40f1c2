package dev.cordon.simulator.state;

import org.jspecify.annotations.Nullable;

/**
 * Who did something and from where: a person ({@code userId}), or an application by itself ({@code userId} null).
 *
 * @param caller which side it is on
 * @param userId object id of the signed-in person
 * @param userPrincipalName of the signed-in person
 * @param appId the client application
 * @param ip the address the request is said to come from
 * @param userAgent as sent
 * @param sessionId the sign-in session, if any
 */
public record Actor(
        Caller caller,
        @Nullable String userId,
        @Nullable String userPrincipalName,
        @Nullable String appId,
        String ip,
        String userAgent,
        @Nullable String sessionId) {

    /** The tenant itself. */
    public static final Actor SERVICE = new Actor(Caller.SERVICE, null, null, null, "", "", null);

    /** The same one, seen from there. */
    public Actor from(String newIp, String newUserAgent) {
        return new Actor(caller, userId, userPrincipalName, appId, newIp, newUserAgent, sessionId);
    }
}
