package dev.cordon.response;

import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.OutgoingMail;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.reconstruction.TracedMail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mails that the stored rows name as what the attacker did: sent first, then what went on to him or left unexplained, then what he deleted. */
final class NamedMails {
    private final Map<String, Mail> mails = new LinkedHashMap<>();
    private long withoutId;

    private NamedMails() {}

    /**
     * One of them. Texts are untrusted.
     *
     * @param mailbox its owner as the rows name him
     * @param internetMessageId which
     * @param isAttackers whether a row shows that the attacker wrote it; else it may be the user's own
     * @param at the time of the row that names it
     */
    record Mail(String mailbox, String internetMessageId, boolean isAttackers, Instant at) {
        /** What its exhibit is of. */
        String subject() {
            return internetMessageId + " of " + mailbox;
        }
    }

    static NamedMails of(Reconstruction drawn) {
        var named = new NamedMails();
        named.acts(drawn, MailAct.Kind.SENT);
        named.traced(drawn, TracedMail.Hand.ATTACKER);
        named.traced(drawn, TracedMail.Hand.NOT_SHOWN);
        named.acts(drawn, MailAct.Kind.DELETED);
        return named;
    }

    List<Mail> all() {
        return new ArrayList<>(mails.values());
    }

    /** How many rows tell of a mail and do not say which. */
    long withoutId() {
        return withoutId;
    }

    private void acts(Reconstruction drawn, MailAct.Kind kind) {
        for (MailAct act : drawn.acts(kind)) {
            if (!act.failed()) {
                add(
                        act.mailbox(),
                        act.internetMessageId(),
                        kind == MailAct.Kind.SENT,
                        act.shownBy().at());
            }
        }
    }

    private void traced(Reconstruction drawn, TracedMail.Hand hand) {
        for (OutgoingMail outgoing : drawn.outgoing()) {
            for (TracedMail mail : outgoing.mails()) {
                if (mail.hand() == hand) {
                    boolean isAttackers = hand == TracedMail.Hand.ATTACKER && mail.kind() == TracedMail.Kind.SENT;
                    add(
                            outgoing.mailbox(),
                            mail.internetMessageId(),
                            isAttackers,
                            mail.shownBy().at());
                }
            }
        }
    }

    /** The trace and the audit log spell one mail alike; the first that names it stands. */
    private void add(String mailbox, String id, boolean isAttackers, Instant at) {
        if (id.isBlank()) {
            withoutId++;
            return;
        }
        var mail = new Mail(mailbox, id.strip(), isAttackers, at);
        mails.putIfAbsent(mail.subject(), mail);
    }
}
