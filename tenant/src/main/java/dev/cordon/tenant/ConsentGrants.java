package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What applications may do in a user's name, or as assigned to the user. */
public interface ConsentGrants {
    /** The user's own delegated grants and those given for everybody, each with its application. Grants carry no dates. */
    Reading<List<ConsentGrant>> fetchGrants(String objectId);

    /** The user's application assignments. */
    Reading<List<AppRoleAssignment>> fetchAppRoleAssignments(String objectId);

    /**
     * What applications may do without any user in Microsoft Graph, Exchange Online and SharePoint Online, whoever gave it to them; each
     * with the application that may.
     */
    Reading<List<AppRoleAssignment>> fetchApplicationPermissions();

    /**
     * Deletes the grant. Tokens the application holds live out their time. Idempotent; repeated by itself; one that is gone is a receipt
     * that says so. Permission DelegatedPermissionGrant.ReadWrite.All.
     */
    Receipt delete(ConsentGrant grant);

    /**
     * Disables an application for the whole tenant and keeps it: it gets no new tokens. Idempotent; repeated by itself. Permission
     * Application.ReadWrite.All.
     */
    Receipt disable(Application application);

    /**
     * Deletes an assignment of the user {@code objectId} to an application. Idempotent; repeated by itself; one that is gone is a receipt
     * that says so. Permission AppRoleAssignment.ReadWrite.All.
     */
    Receipt delete(String objectId, AppRoleAssignment assignment);

    /**
     * A delegated grant.
     *
     * @param id the grant's id
     * @param client the application it was given to
     * @param forEverybody whether it holds for all users
     * @param scopes the permissions, split at blanks
     */
    record ConsentGrant(String id, Application client, boolean forEverybody, List<String> scopes) {
        public ConsentGrant {
            requireNonNull(id, "id is null");
            requireNonNull(client, "client is null");
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * An assignment of the user to an application, or of an application to the interface it may use.
     *
     * @param id the assignment's id
     * @param application the application the user is assigned to, or the one that may act
     * @param resourceId the object id of the service principal whose role it is: of that application, or of the interface
     * @param appRoleId which role of that
     * @param createdAt when it was assigned
     * @param onItsOwn whether it lets the application act without any user
     */
    record AppRoleAssignment(
            String id,
            Application application,
            String resourceId,
            String appRoleId,
            Optional<Instant> createdAt,
            boolean onItsOwn) {
        public AppRoleAssignment {
            requireNonNull(id, "id is null");
            requireNonNull(application, "application is null");
            requireNonNull(resourceId, "resourceId is null");
            requireNonNull(appRoleId, "appRoleId is null");
            requireNonNull(createdAt, "createdAt is null");
        }
    }

    /**
     * An application as its service principal shows it. Its name is untrusted text.
     *
     * @param servicePrincipalId the service principal's id
     * @param appId the client id; empty text when unknown
     * @param displayName its name; the id when unknown
     * @param ownerTenantId the tenant that owns it
     * @param verifiedPublisher the verified publisher's name
     * @param createdAt when it appeared in this tenant
     * @param enabled whether it may be used
     * @param replyUrls where it sends people back to
     */
    record Application(
            String servicePrincipalId,
            String appId,
            String displayName,
            Optional<String> ownerTenantId,
            Optional<String> verifiedPublisher,
            Optional<Instant> createdAt,
            boolean enabled,
            List<String> replyUrls) {
        public Application {
            requireNonNull(servicePrincipalId, "servicePrincipalId is null");
            requireNonNull(appId, "appId is null");
            requireNonNull(displayName, "displayName is null");
            requireNonNull(ownerTenantId, "ownerTenantId is null");
            requireNonNull(verifiedPublisher, "verifiedPublisher is null");
            requireNonNull(createdAt, "createdAt is null");
            replyUrls = List.copyOf(replyUrls);
        }
    }
}
