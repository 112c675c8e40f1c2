package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.wire.Dialect.Stated;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.TokenClaims;
import dev.cordon.tenant.Failure.Reason;
import java.util.Locale;

/** Turns Graph's refusals into reasons and remedies; which right is missing is decided by what our own token says. */
final class GraphAdvice {
    private GraphAdvice() {}

    static Advice of(Need need, Response response, Stated stated, TokenClaims claims) {
        return switch (response.status()) {
            case 400 -> need == Need.ISSUE_PASS ? noPass(stated) : refused(stated);
            case 401 -> unauthorized(response, stated);
            case 402 -> notLicensed(need);
            case 403 -> forbidden(need, response, stated, claims);
            case 404 -> notFound(stated);
            case 301, 302, 303, 307, 308 ->
                new Advice(
                        Reason.REFUSED,
                        "The answer sends us to another address, which we do not follow with a token in hand.",
                        "Check the addresses in the connection document.");
            case 405, 410, 501 ->
                new Advice(
                        Reason.NOT_AVAILABLE,
                        "This service or cloud does not offer the operation.",
                        "Use the portal or the generated PowerShell script for this step.");
            default ->
                new Advice(
                        Reason.REFUSED,
                        "The service refused the request.",
                        "Read Microsoft's message; quote the request id to their support.");
        };
    }

    private static Advice refused(Stated stated) {
        String message = stated.message().toLowerCase(Locale.ROOT);
        if (message.contains("default method") || message.contains("default authentication method")) {
            return new Advice(
                    Reason.DEFAULT_METHOD,
                    "It is the user's default method, which cannot be deleted while others exist.",
                    "Delete the others first, or make another method the default, then delete it.");
        }
        if (message.contains("on-premises mastered") || message.contains("directory sync objects")) {
            return new Advice(
                    Reason.MASTERED_ELSEWHERE,
                    "The account is mastered in the on-premises directory and not written back.",
                    "Change it in Active Directory: reset the password there twice, demand a change at logon, and"
                            + " synchronise.");
        }
        if (message.contains("complexity") || message.contains("password")) {
            return new Advice(
                    Reason.REFUSED,
                    "The password was rejected by policy; the old one still works.",
                    "Use another, longer password.");
        }
        if (message.contains("resource not found for the segment") || message.contains("could not find a property")) {
            return new Advice(
                    Reason.NOT_AVAILABLE,
                    "This version or cloud of Graph does not know the operation.",
                    "Use the portal or the generated PowerShell script for this step.");
        }
        return new Advice(
                Reason.REFUSED,
                "The service refused the request as it was put.",
                "Read Microsoft's message; quote the request id to their support.");
    }

    private static Advice noPass(Stated stated) {
        String message = stated.message().toLowerCase(Locale.ROOT);
        if (message.contains("external") || message.contains("guest")) {
            return new Advice(
                    Reason.NOT_AVAILABLE,
                    "Guests and external users cannot have a Temporary Access Pass here.",
                    "Their home organisation gives them their way back.");
        }
        if (message.contains("policy")) {
            return new Advice(
                    Reason.NOT_AVAILABLE,
                    "The tenant's policy does not allow this user a Temporary Access Pass of this kind.",
                    "Have an Authentication Policy Administrator allow it: Microsoft Entra admin center >"
                            + " Authentication methods > Policies > Temporary Access Pass.");
        }
        return refused(stated);
    }

    private static Advice unauthorized(Response response, Stated stated) {
        boolean ended = response.header("www-authenticate").orElse("").contains("insufficient_claims")
                || stated.message().contains("TokenIssuedBeforeRevocationTimestamp")
                || stated.message().contains("UserDisabled");
        return ended
                ? new Advice(
                        Reason.OWN_SESSION_ENDED,
                        "Our own session was ended, by this containment or by somebody else.",
                        "Sign in again; if you are the target yourself, let another administrator take over.")
                : new Advice(
                        Reason.NOT_SIGNED_IN,
                        "Our token is not accepted, also after getting a new one.",
                        "Sign in again; check tenantId, graph and authority in the connection document, and the"
                                + " clock.");
    }

    private static Advice forbidden(Need need, Response response, Stated stated, TokenClaims claims) {
        if (stated.code().equals(GraphDialect.NOT_PREMIUM)
                || stated.message().contains("premium license")
                || stated.message().contains("appropriate license")) {
            return notLicensed(need);
        }
        if (response.isHtml()) {
            return new Advice(
                    Reason.NOT_AVAILABLE,
                    response.webPageInWords(),
                    claims.application()
                            ? "Sign in as an administrator for this step."
                            : "Use the portal for this step.");
        }
        if (need == Need.READ_MAIL && !claims.application()) {
            return new Advice(
                    Reason.MISSING_ROLE,
                    "Graph does not show other people's mail to a signed-in administrator, whatever the role.",
                    "Sign in with a certificate whose application has the permission Mail.Read, or export the mails from Purview"
                            + " and bring them in with 'cordon evidence import'.");
        }
        if (need == Need.CHANGE_MAIL && !claims.application()) {
            return new Advice(
                    Reason.MISSING_ROLE,
                    "Graph does not let a signed-in administrator move other people's mail, whatever the role.",
                    "Sign in with a certificate whose application has the permission Mail.ReadWrite, or search and purge in the"
                            + " Microsoft Purview portal.");
        }
        if (!need.isPermitted(claims)) {
            return new Advice(
                    Reason.MISSING_PERMISSION,
                    "The token lacks the permission.",
                    "Have an administrator grant and consent to " + (claims.application() ? "application" : "delegated")
                            + " permission " + need.permission() + ", then sign in again.");
        }
        return switch (need) {
            case READ_MAIL, CHANGE_MAIL, READ_RULES, CHANGE_RULES -> otherMailbox(claims);
            case SEND_MAIL -> otherSender(claims);
            case OPEN_CHATS, POST_TO_CHATS -> noChat();
            default -> missingRole(need, claims);
        };
    }

    private static Advice otherMailbox(TokenClaims claims) {
        return claims.application()
                ? new Advice(
                        Reason.MISSING_ROLE,
                        "An application access policy or RBAC for Applications keeps us out of this mailbox.",
                        "Have an Exchange Administrator include the mailbox in the application's scope.")
                : new Advice(
                        Reason.MISSING_ROLE,
                        "Graph does not show other people's mailboxes to a signed-in administrator, whatever the role.",
                        "Nothing to do: Exchange Online shows the rules to an Exchange Administrator.");
    }

    private static Advice otherSender(TokenClaims claims) {
        return new Advice(
                Reason.MISSING_ROLE,
                "We may not send as this mailbox.",
                claims.application()
                        ? "Have an Exchange Administrator include the mailbox in the application's scope, or send from another."
                        : "Send from your own mailbox.");
    }

    private static Advice noChat() {
        return new Advice(
                Reason.MISSING_ROLE,
                "Teams does not let us write to this person: its policies, or a licence that one of us lacks, stand against it.",
                "Reach the person by telephone.");
    }

    private static Advice missingRole(Need need, TokenClaims claims) {
        if (need.isAboutRank() && need.hasRole(claims)) {
            return new Advice(
                    Reason.PROTECTED_TARGET,
                    "The target holds a role, or belongs to a group, that our role may not act on.",
                    "Have it done by a Privileged Authentication Administrator or Global Administrator.");
        }
        return new Advice(
                Reason.MISSING_ROLE,
                "The permission is there, but "
                        + (claims.application() ? "the application" : "the signed-in administrator")
                        + " lacks the directory role.",
                "Have the role " + need.role() + " assigned to "
                        + (claims.application() ? "the application's service principal" : "you")
                        + ", then sign in again.");
    }

    private static Advice notLicensed(Need need) {
        String plan = switch (need) {
            case READ_LOGS -> "Entra ID P1";
            case READ_RISK, READ_DETECTIONS, READ_ELIGIBILITY -> "Entra ID P2";
            case READ_ALERTS, READ_INCIDENTS -> "a Microsoft Defender plan";
            case HUNT -> "Plan 2 of Defender for Office 365";
            default -> "the licence it needs";
        };
        return new Advice(
                Reason.NOT_LICENSED,
                "The tenant does not have " + plan + ", so this cannot be seen.",
                "Look in the portal, which shows the last 7 days, or license " + plan + ".");
    }

    private static Advice notFound(Stated stated) {
        if ((stated.code().equals("UnknownError") && stated.message().isEmpty())
                || stated.message().contains("No HTTP resource was found")) {
            return new Advice(
                    Reason.NOT_AVAILABLE,
                    "The service does not know the operation: it is not offered, or not rolled out to this tenant.",
                    "Use the portal for this step.");
        }
        if (stated.code().equals("MailboxNotEnabledForRESTAPI") || stated.code().equals("ResourceNotFound")) {
            return new Advice(
                    Reason.NOT_FOUND,
                    "There is no mailbox in Exchange Online: it is unlicensed, inactive or on premises.",
                    "Look for it on premises, or skip the mailbox steps.");
        }
        return new Advice(Reason.NOT_FOUND, "There is no such object (any more).", "Read the current state again.");
    }
}
