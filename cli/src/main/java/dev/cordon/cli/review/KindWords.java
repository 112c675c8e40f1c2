package dev.cordon.cli.review;

import dev.cordon.cli.screen.Amount;
import dev.cordon.investigation.review.FindingKind;

/**
 * What a kind of finding is called.
 *
 * @param one one of it
 * @param many several
 */
record KindWords(String one, String many) {
    static KindWords of(FindingKind kind) {
        return switch (kind) {
            case INBOX_RULE -> new KindWords("inbox rule", "inbox rules");
            case FORWARDING -> new KindWords("forwarding of a mailbox", "forwardings of mailboxes");
            case DELEGATE -> new KindWords("right over a mailbox", "rights over mailboxes");
            case FOLDER_PERMISSION -> new KindWords("right on a folder", "rights on folders");
            case CALENDAR_PUBLISHING -> new KindWords("published calendar", "published calendars");
            case AUTHENTICATION_METHOD -> new KindWords("sign-in method", "sign-in methods");
            case CONSENT -> new KindWords("consent to an application", "consents to applications");
            case APP_ROLE_ASSIGNMENT -> new KindWords("assignment to an application", "assignments to applications");
            case DEVICE -> new KindWords("device", "devices");
            case AUTO_REPLY -> new KindWords("automatic reply", "automatic replies");
            case ROLE -> new KindWords("role", "roles");
            case TRANSPORT_RULE -> new KindWords("rule for everybody's mail", "rules for everybody's mail");
            case CONNECTOR -> new KindWords("mail connector", "mail connectors");
            case REMOTE_DOMAIN -> new KindWords("remote domain", "remote domains");
            case APP_CREDENTIAL -> new KindWords("key of an application", "keys of applications");
            case APP_PERMISSION -> new KindWords("permission of an application", "permissions of applications");
            case APP_REGISTERED -> new KindWords("new application", "new applications");
            case ACCOUNT_CREATED -> new KindWords("new account", "new accounts");
            case STRONG_AUTHENTICATION_CHANGE ->
                new KindWords("change to what protects sign-ins", "changes to what protects sign-ins");
            case PASSWORD_SPRAY -> new KindWords("password spray", "password sprays");
            case SIGN_IN -> new KindWords("sign-in", "sign-ins");
            case AUDIT_CHANGE -> new KindWords("change to what is logged", "changes to what is logged");
            case MAIL_ACCESS -> new KindWords("access to mail", "accesses to mail");
            case SHARING_LINK -> new KindWords("shared link", "shared links");
            case SECURITY_INCIDENT -> new KindWords("incident of Defender", "incidents of Defender");
            case PHISHING_CLICK -> new KindWords("link that was clicked", "links that were clicked");
            case SECURE_SCORE -> new KindWords("fall of Secure Score", "falls of Secure Score");
        };
    }

    /** How many. */
    String amount(int number) {
        return Amount.of(number, one, many);
    }

    /** What to do about one, for somebody who is tired. */
    static String advice(FindingKind kind) {
        return switch (kind) {
            case INBOX_RULE, FORWARDING ->
                "Ask the user by telephone whether it is his. If not, open an incident: Cordon takes it away and throws the attacker out.";
            case DELEGATE, FOLDER_PERMISSION, CALENDAR_PUBLISHING, AUTO_REPLY ->
                "Ask the owner of the mailbox whether it was meant. If not, open an incident.";
            case AUTHENTICATION_METHOD, DEVICE ->
                "Ask the user by telephone whether he did that. If not, open an incident at once: somebody can sign in as him.";
            case CONSENT, APP_ROLE_ASSIGNMENT, APP_PERMISSION, APP_REGISTERED ->
                "Ask who approved the application and what it is for. If nobody knows, open an incident for whoever consented.";
            case APP_CREDENTIAL ->
                "Ask who runs the application. If nobody knows the key, take it away (Entra admin center > App registrations) and open an incident.";
            case ROLE, ACCOUNT_CREATED ->
                "Ask whoever did it, by telephone. If it was not him, open an incident for his account.";
            case TRANSPORT_RULE, CONNECTOR, REMOTE_DOMAIN ->
                "Look at it in the Exchange admin center > Mail flow. If nobody meant it, switch it off and open an incident for whoever did it.";
            case STRONG_AUTHENTICATION_CHANGE, AUDIT_CHANGE ->
                "Set it back if nobody meant it, and open an incident for whoever did it.";
            case PASSWORD_SPRAY ->
                "Look at the sign-ins below it: whoever was guessed needs an incident. Block the address if it goes on.";
            case SIGN_IN ->
                "Telephone the user: was it him? If not, or if nobody answers, open an incident; it can be undone.";
            case MAIL_ACCESS -> "Ask who works in that mailbox. If nobody does, open an incident for its owner.";
            case SHARING_LINK -> "Ask whoever shared it whether it was meant; take the link away if not.";
            case SECURITY_INCIDENT ->
                "Open it in the Microsoft Defender portal, and open an incident here for the account it names.";
            case PHISHING_CLICK ->
                "Ask each of them: was a password typed? If so, or if he is not sure, open an incident. Remove the mail from all mailboxes.";
            case SECURE_SCORE -> "Look at Secure Score > History in the Microsoft Defender portal: who changed what?";
        };
    }
}
