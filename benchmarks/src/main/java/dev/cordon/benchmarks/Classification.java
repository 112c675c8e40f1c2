package dev.cordon.benchmarks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of each request of one response, in order of arrival, what it is for. One thread. */
final class Classification {
    private static final String SESSIONS_PROOF = "?$select=id,signInSessionsValidFromDateTime";
    private static final String PASSWORD_PROOF = "?$select=id,lastPasswordChangeDateTime";

    private static final Map<String, RequestKind> READS = Map.ofEntries(
            Map.entry("/organization", RequestKind.ORGANIZATION),
            Map.entry("/domains(/.*)?", RequestKind.DOMAINS),
            Map.entry("/subscribedSkus", RequestKind.LICENCES),
            Map.entry("/identityProtection/riskyUsers/.*", RequestKind.RISK),
            Map.entry("/users/[^/]+/transitiveMemberOf", RequestKind.MEMBERSHIPS),
            Map.entry("/roleManagement/directory/roleEligibilityScheduleInstances", RequestKind.ELIGIBLE_ROLES),
            Map.entry("/auditLogs/(signIns|directoryAudits)", RequestKind.LOGS),
            Map.entry(
                    "/users/[^/]+/authentication/(methods|hardwareOathMethods|signInPreferences)", RequestKind.METHODS),
            Map.entry("/users/[^/]+/authentication/operations/.*", RequestKind.RESET_PROGRESS),
            Map.entry("/users/[^/]+/mailFolders/inbox/messageRules", RequestKind.MESSAGE_RULES),
            Map.entry("/users/[^/]+/(registeredDevices|ownedDevices)", RequestKind.DEVICES),
            Map.entry("/users/[^/]+/(oauth2PermissionGrants|appRoleAssignments)", RequestKind.CONSENTS),
            Map.entry("/oauth2PermissionGrants", RequestKind.TENANT_CONSENTS),
            Map.entry("/servicePrincipals.*", RequestKind.APPLICATIONS));

    private final Set<RequestKind> seen = EnumSet.noneOf(RequestKind.class);
    private final String suspect;

    private Classification(List<RecordedRequest> requests) {
        this.suspect = requests.stream()
                .filter(request -> request.path().endsWith("/revokeSignInSessions"))
                .map(RecordedRequest::target)
                .findFirst()
                .orElse("");
    }

    /** The kinds of {@code requests}, in their order. */
    static List<RequestKind> of(List<RecordedRequest> requests) {
        Classification classification = new Classification(requests);
        List<RequestKind> kinds = new ArrayList<>();
        for (RecordedRequest request : requests) {
            RequestKind kind = classification.kind(request);
            classification.seen.add(kind);
            kinds.add(kind);
        }
        return kinds;
    }

    private RequestKind kind(RecordedRequest request) {
        return switch (request.host()) {
            case "login" -> login(request);
            case "exchange" -> exchange(request);
            case "graph" -> graph(request);
            default -> throw unknown(request);
        };
    }

    /** The library asks for Graph's token first: everything else waits for the account's name. */
    private RequestKind login(RecordedRequest request) {
        if (!request.path().endsWith("/token")) {
            return RequestKind.CLOCK;
        }
        return seen.contains(RequestKind.GRAPH_TOKEN) ? RequestKind.EXCHANGE_TOKEN : RequestKind.GRAPH_TOKEN;
    }

    private RequestKind graph(RecordedRequest request) {
        String what = request.path().replaceFirst("^/(v1\\.0|beta)", "");
        return switch (request.method()) {
            case "GET" -> read(request, what);
            case "POST", "PATCH" -> change(request, what);
            default -> throw unknown(request);
        };
    }

    private RequestKind change(RecordedRequest request, String what) {
        if (what.endsWith("/revokeSignInSessions")) {
            return seen.contains(RequestKind.RESET) ? RequestKind.REVOKE_AGAIN : RequestKind.REVOKE;
        }
        if (what.endsWith("/resetPassword") || what.matches("/users/[^/]+")) {
            return RequestKind.RESET;
        }
        // The snapshot asks for nothing else in batches.
        if (what.equals("/$batch")) {
            return RequestKind.APPLICATIONS;
        }
        throw unknown(request);
    }

    private RequestKind read(RecordedRequest request, String what) {
        String asked = "?" + request.query();
        if (what.matches("/users/[^/]+|/users")) {
            if (asked.equals(SESSIONS_PROOF)) {
                return seen.contains(RequestKind.REVOKE_AGAIN)
                        ? RequestKind.REVOKE_AGAIN_PROOF
                        : RequestKind.REVOKE_PROOF;
            }
            return asked.equals(PASSWORD_PROOF) ? RequestKind.RESET_PROOF : RequestKind.FIND_USER;
        }
        if (what.equals("/roleManagement/directory/roleAssignments")) {
            return request.query().contains(suspect) ? RequestKind.ROLES : RequestKind.ROLES_OF_GROUPS;
        }
        return READS.entrySet().stream()
                .filter(known -> what.matches(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> unknown(request));
    }

    private static RequestKind exchange(RecordedRequest request) {
        return switch (request.cmdlet()) {
            case "Get-Mailbox" -> RequestKind.MAILBOX;
            case "Get-MailboxFolderStatistics" -> RequestKind.FOLDERS;
            case "Get-MailboxFolderPermission" -> RequestKind.FOLDER_PERMISSIONS;
            case "Get-MailboxCalendarFolder" -> RequestKind.CALENDAR_SETTINGS;
            case "Search-UnifiedAuditLog" -> RequestKind.MAILBOX_AUDIT;
            case "Get-InboxRule",
                    "Get-SweepRule",
                    "Get-MailboxPermission",
                    "Get-RecipientPermission",
                    "Get-MailboxAutoReplyConfiguration",
                    "Get-MobileDevice",
                    "Get-MailboxAuditBypassAssociation" -> RequestKind.MAILBOX_SETTINGS;
            case "Get-TransportRule",
                    "Get-InboundConnector",
                    "Get-OutboundConnector",
                    "Get-RemoteDomain",
                    "Get-AdminAuditLogConfig" -> RequestKind.MAIL_FLOW;
            default -> throw unknown(request);
        };
    }

    private static IllegalStateException unknown(RecordedRequest request) {
        return new IllegalStateException("The table of dependence does not know " + request.method() + " "
                + request.host() + request.path() + " " + request.cmdlet()
                + "; say in RequestKind what it needs.");
    }
}
