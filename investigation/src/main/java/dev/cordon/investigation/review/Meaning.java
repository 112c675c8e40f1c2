package dev.cordon.investigation.review;

import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Mailboxes.AutoReply;
import java.util.List;

/** What a row means: everything that a verdict hangs on. Texts are untrusted. */
sealed interface Meaning {
    /** A rule of a mailbox; where it is not told the row does not say what the rule does. */
    record Rule(InboxRule rule, boolean isTold) implements Meaning {}

    /** A mailbox sends all its mail on. */
    record Forward(Forwarding forwarding) implements Meaning {}

    /** Rights over a mailbox, or on one of its folders where it names one. */
    record Right(MailboxDelegate right, boolean isToGiver) implements Meaning {}

    /** A calendar that can be read without signing in. */
    record Calendar() implements Meaning {}

    /** An automatic reply. */
    record Reply(AutoReply reply) implements Meaning {}

    /**
     * A way of mail for the whole organisation.
     *
     * @param sends whom it sends mail to
     * @param acts what else it does, each a sentence
     * @param isTold whether the row says everything that it does
     * @param isTakenAway whether it was switched off or removed: it may have protected somebody
     */
    record Route(List<String> sends, List<String> acts, boolean isTold, boolean isTakenAway) implements Meaning {
        public Route {
            sends = List.copyOf(sends);
            acts = List.copyOf(acts);
        }
    }

    /** A role of the directory, or of Exchange. */
    record Role(String name, String templateId, boolean isToGiver, boolean isGuest, String holder) implements Meaning {}

    /** What an application may do in somebody's name; unknown where it says so. */
    record Consent(List<String> scopes, boolean isKnown, boolean isForEverybody) implements Meaning {
        public Consent {
            scopes = List.copyOf(scopes);
        }
    }

    /** What an application may do by itself. */
    record Permission(List<String> permissions) implements Meaning {
        public Permission {
            permissions = List.copyOf(permissions);
        }
    }

    /** Somebody was assigned to an application. */
    record Assignment() implements Meaning {}

    /** A key or a password with which an application signs in; or somebody who may give it one. */
    record Credential(boolean isOwner, boolean isFederated) implements Meaning {}

    /** A new application. */
    record Application() implements Meaning {}

    /** A new account. */
    record Account(boolean isGuest) implements Meaning {}

    /** A change to what protects sign-ins; the weight and the sentence say how. */
    record Protection(int weight, String technique, String sentence, Whose whose) implements Meaning {}

    /** Who changes such a thing in the course of his days. */
    enum Whose {
        /** Nobody: it is seldom changed, and weakens much. */
        NOBODYS,
        /** Its owner. */
        OWNERS,
        /** An administrator. */
        ADMINISTRATORS
    }

    /** A way to prove who one is was added or removed. */
    record Method(boolean isByAnother, boolean isTakenAway) implements Meaning {}

    /** A device of the directory. */
    record Device(String owner) implements Meaning {}

    /** A change to what is logged. */
    record Logging(int weight, String sentence) implements Meaning {}

    /** Mail of many mailboxes is searched or taken out. */
    record Search(boolean isTakenOut) implements Meaning {}

    /** Something was shared. */
    record Link(Audience with) implements Meaning {}

    /** With whom. */
    enum Audience {
        ANYBODY,
        OUTSIDERS,
        COLLEAGUES
    }
}
