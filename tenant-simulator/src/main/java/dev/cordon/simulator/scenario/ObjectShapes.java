package dev.cordon.simulator.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Which keys the {@code object} of a planted thing may have, by kind, and what each value must be. */
final class ObjectShapes {

    /** What a value must be. */
    enum Value {
        TEXT,
        FLAG,
        NUMBER,
        /** One text or a list of them; always kept as a list. */
        TEXTS,
        /** A role's name or template id; kept as the template id. */
        ROLE,
        /** A UPN the scenario knows, a special user, or an address outside the organisation. */
        USER,
        USERS,
        /** A time; kept as an ISO instant. */
        MOMENT,
        CONDITIONS,
        ACTIONS,
        SWEEP,
        APP,
        /** Minimum and maximum in kilobytes. */
        SIZES
    }

    private static final Map<ObjectKind, Map<String, Value>> BY_KIND = new LinkedHashMap<>();
    private static final Map<String, Map<String, Value>> PARTS = new LinkedHashMap<>();

    static {
        kind(
                ObjectKind.INBOX_RULE,
                "displayName:text sequence:number isEnabled:flag hasError:flag isReadOnly:flag conditions:conditions"
                        + " exceptions:conditions actions:actions sweep:sweep clientOnly:flag");
        kind(
                ObjectKind.FORWARDING,
                "ForwardingSmtpAddress:text ForwardingAddress:user DeliverToMailboxAndForward:flag");
        kind(
                ObjectKind.DELEGATE,
                "User:user Trustee:user AccessRights:texts InheritanceType:text AutoMapping:flag Deny:flag");
        kind(ObjectKind.FOLDER_PERMISSION, "Folder:text User:user AccessRights:texts SharingPermissionFlags:texts");
        kind(
                ObjectKind.CALENDAR_PUBLISHING,
                "Folder:text PublishEnabled:flag DetailLevel:text SearchableUrlEnabled:flag PublishedCalendarUrl:text"
                        + " PublishedICalUrl:text PublishDateRangeFrom:text PublishDateRangeTo:text");
        kind(
                ObjectKind.AUTHENTICATION_METHOD,
                "type:text displayName:text default:flag createdDateTime:moment phoneNumber:text phoneType:text"
                        + " smsSignInState:text deviceTag:text phoneAppVersion:text aaGuid:text model:text"
                        + " attestationLevel:text attestationCertificates:texts passkeyType:text emailAddress:text"
                        + " lifetimeInMinutes:number isUsableOnce:flag startDateTime:moment keyStrength:text"
                        + " platform:text configurationId:text serialNumber:text manufacturer:text device:text"
                        + " secretKey:text");
        kind(ObjectKind.CONSENT, "app:app clientId:text displayName:text consentType:text scope:texts resource:text");
        kind(
                ObjectKind.APP_ROLE_ASSIGNMENT,
                "app:app clientId:text displayName:text appRoleId:text appRole:text principalType:text resource:text");
        kind(
                ObjectKind.DEVICE,
                "displayName:text deviceId:text operatingSystem:text operatingSystemVersion:text trustType:text"
                        + " isCompliant:flag isManaged:flag accountEnabled:flag manufacturer:text model:text"
                        + " registrationDateTime:moment approximateLastSignInDateTime:moment profileType:text"
                        + " mobile:flag deviceType:text deviceUserAgent:text clientType:text");
        kind(
                ObjectKind.AUTO_REPLY,
                "status:text externalAudience:text internalReplyMessage:text externalReplyMessage:text"
                        + " scheduledStartDateTime:moment scheduledEndDateTime:moment");
        kind(ObjectKind.ROLE, "role:role eligible:flag directoryScopeId:text");
        kind(
                ObjectKind.TRANSPORT_RULE,
                "Name:text State:text Mode:text Priority:number Description:text Comments:text From:texts SentTo:texts"
                        + " FromScope:text SentToScope:text SubjectContainsWords:texts"
                        + " SubjectOrBodyContainsWords:texts RecipientDomainIs:texts SenderDomainIs:texts"
                        + " RedirectMessageTo:texts BlindCopyTo:texts CopyTo:texts AddToRecipients:texts"
                        + " DeleteMessage:flag SetSCL:number StopRuleProcessing:flag RuleErrorAction:text"
                        + " Conditions:texts Actions:texts");
        kind(
                ObjectKind.CONNECTOR,
                "direction:text Name:text Enabled:flag ConnectorType:text ConnectorSource:text Comment:text"
                        + " SmartHosts:texts RecipientDomains:texts SenderDomains:texts SenderIPAddresses:texts"
                        + " UseMXRecord:flag TlsSettings:text TlsDomain:text RequireTls:flag"
                        + " TlsSenderCertificateName:text RestrictDomainsToIPAddresses:flag"
                        + " RestrictDomainsToCertificate:flag CloudServicesMailEnabled:flag"
                        + " AllAcceptedDomains:flag IsTransportRuleScoped:flag RouteAllMessagesViaOnPremises:flag");
        kind(
                ObjectKind.REMOTE_DOMAIN,
                "Name:text DomainName:text AutoForwardEnabled:flag AutoReplyEnabled:flag AllowedOOFType:text"
                        + " DeliveryReportEnabled:flag NDREnabled:flag MeetingForwardNotificationEnabled:flag"
                        + " TNEFEnabled:flag TrustedMailOutboundEnabled:flag TrustedMailInboundEnabled:flag"
                        + " IsInternal:flag");
        part(
                "conditions",
                "bodyContains:texts bodyOrSubjectContains:texts categories:texts fromAddresses:texts"
                        + " hasAttachments:flag headerContains:texts importance:text isApprovalRequest:flag"
                        + " isAutomaticForward:flag isAutomaticReply:flag isEncrypted:flag isMeetingRequest:flag"
                        + " isMeetingResponse:flag isNonDeliveryReport:flag isPermissionControlled:flag"
                        + " isReadReceipt:flag isSigned:flag isVoicemail:flag messageActionFlag:text notSentToMe:flag"
                        + " recipientContains:texts senderContains:texts sensitivity:text sentCcMe:flag"
                        + " sentOnlyToMe:flag sentToAddresses:texts sentToMe:flag sentToOrCcMe:flag"
                        + " subjectContains:texts withinSizeRange:sizes");
        part(
                "actions",
                "assignCategories:texts copyToFolder:text delete:flag forwardAsAttachmentTo:texts forwardTo:texts"
                        + " markAsRead:flag markImportance:text moveToFolder:text permanentDelete:flag redirectTo:texts"
                        + " stopProcessingRules:flag");
        part(
                "sweep",
                "Name:text Enabled:flag Sender:text SenderName:text DestinationFolder:text SourceFolder:text"
                        + " KeepLatest:number KeepForDays:number ExceptIfFlagged:flag ExceptIfPinned:flag"
                        + " SystemCategory:text");
        part(
                "app",
                "appId:text displayName:text publisherName:text verifiedPublisher:text appOwnerOrganizationId:text"
                        + " replyUrls:texts createdDateTime:moment servicePrincipalType:text signInAudience:text"
                        + " homepage:text tags:texts accountEnabled:flag description:text registered:moment secretAdded:moment");
        part("sizes", "minimumSize:number maximumSize:number");
    }

    private ObjectShapes() {}

    static Map<String, Value> of(ObjectKind kind) {
        return BY_KIND.getOrDefault(kind, Map.of());
    }

    static Map<String, Value> part(String name) {
        return PARTS.getOrDefault(name, Map.of());
    }

    private static void kind(ObjectKind kind, String keys) {
        BY_KIND.put(kind, shape(keys));
    }

    private static void part(String name, String keys) {
        PARTS.put(name, shape(keys));
    }

    private static Map<String, Value> shape(String keys) {
        var shape = new LinkedHashMap<String, Value>();
        Arrays.stream(keys.split(" ")).forEach(key -> {
            var colon = key.indexOf(':');
            shape.put(
                    key.substring(0, colon),
                    Value.valueOf(key.substring(colon + 1).toUpperCase(Locale.ROOT)));
        });
        return shape;
    }
}
