package dev.cordon.playbooks.containment;

import dev.cordon.incident.IncidentId;
import dev.cordon.tenant.UserAccount;

/** Whom the operator tells, and how access is given back: a shared mailbox has no user, and not every account a manager. Stateless. */
final class WhoToTell {
    private WhoToTell() {}

    /** Who works with the account. */
    static String user(boolean sharedMailbox) {
        return sharedMailbox
                ? "A shared mailbox has no user, and the directory names no owner of it: telephone those who work with"
                        + " it, the delegates who were kept (not by mail or Teams: the attacker may still read along),"
                        + " and say what was done; draft-user.txt names them and has the words."
                : "Telephone the user (not by mail or Teams: the attacker may still read along) and say what was done;"
                        + " draft-user.txt has the words.";
    }

    /** Who answers for the account's work. */
    static String manager(UserAccount user, boolean sharedMailbox) {
        String words = " draft-manager.txt has the words.";
        return user.manager()
                .map(person -> "Tell the manager, " + person.displayName() + ";" + words)
                .orElseGet(() -> "The directory names no manager of this "
                        + (sharedMailbox ? "shared mailbox" : "account") + ". Tell " + instead(user, sharedMailbox)
                        + " instead, or whoever answers for security and data protection where that is nobody known;"
                        + words);
    }

    private static String instead(UserAccount user, boolean sharedMailbox) {
        return user.department()
                .filter(department -> !department.isBlank())
                .map(department -> "the head of the department, " + department + ",")
                .orElse(
                        sharedMailbox
                                ? "the head of the team that works with it (its delegates know who that is)"
                                : "whoever the person reports to");
    }

    /** Who keeps a break-glass account. */
    static String custodians() {
        return "A break-glass account has no user: telephone those who keep it (not by mail or Teams: the attacker may still"
                + " read along) and say that it opens nothing until it has a new password.";
    }

    /** Who answers for the tenant. */
    static String management() {
        return "Tell whoever answers for the whole organisation, and for security and data protection: a break-glass account was"
                + " used, which can do everything; draft-manager.txt has the words.";
    }

    /** How a break-glass account can be used again. */
    static String sealedPlace(IncidentId incident) {
        return "Nobody knows the new password, so this break-glass account opens nothing. Two people together: run 'cordon"
                + " incident restore " + incident
                + "', sign in with the one-time pass on a device that was not part of the"
                + " incident, enrol a new security key, set a long new password, write it on paper, seal it, and put paper and key into"
                + " the sealed place. It goes into no mail, no chat and no password store that hangs on this tenant. Both sign the date,"
                + " and try it once.";
    }

    /** How it is used again. */
    static String accessBack(boolean sharedMailbox, IncidentId incident) {
        return sharedMailbox
                ? "Nobody knows the new password, and nobody needs it: a shared mailbox is used through its delegates."
                        + " Leave its own sign-in blocked, and give full access only to those whom you have asked in"
                        + " person or by a call you make."
                : "Nobody knows the new password. When the user is to come back: identify him in person or by a call"
                        + " you make, then run 'cordon incident restore " + incident
                        + "', which makes a one-time pass with which he enrols anew.";
    }
}
