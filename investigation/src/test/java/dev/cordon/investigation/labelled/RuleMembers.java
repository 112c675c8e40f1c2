package dev.cordon.investigation.labelled;

import java.util.Set;

/**
 * What a rule of the interface may consist of.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/messagerulepredicates">Graph: messageRulePredicates</a>
 * @see <a href="https://learn.microsoft.com/graph/api/resources/messageruleactions">Graph: messageRuleActions</a>
 */
final class RuleMembers {
    static final Set<String> PREDICATES = Set.of(
            "bodyContains",
            "bodyOrSubjectContains",
            "categories",
            "fromAddresses",
            "hasAttachments",
            "headerContains",
            "importance",
            "isApprovalRequest",
            "isAutomaticForward",
            "isAutomaticReply",
            "isEncrypted",
            "isMeetingRequest",
            "isMeetingResponse",
            "isNonDeliveryReport",
            "isPermissionControlled",
            "isReadReceipt",
            "isSigned",
            "isVoicemail",
            "messageActionFlag",
            "notSentToMe",
            "recipientContains",
            "senderContains",
            "sensitivity",
            "sentCcMe",
            "sentOnlyToMe",
            "sentToAddresses",
            "sentToMe",
            "sentToOrCcMe",
            "subjectContains",
            "withinSizeRange");
    static final Set<String> ACTIONS = Set.of(
            "assignCategories",
            "copyToFolder",
            "delete",
            "forwardAsAttachmentTo",
            "forwardTo",
            "markAsRead",
            "markImportance",
            "moveToFolder",
            "permanentDelete",
            "redirectTo",
            "stopProcessingRules");

    private RuleMembers() {}
}
