package dev.cordon.playbooks.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.phishing.Campaign;
import dev.cordon.investigation.phishing.CampaignMail;
import dev.cordon.investigation.phishing.CampaignRecipient;
import dev.cordon.investigation.phishing.ClickRecord;
import dev.cordon.investigation.phishing.Lure;
import dev.cordon.investigation.phishing.Reach;
import dev.cordon.tenant.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whom the mail reached and who clicked, as far as the sources that there are tell it.
 *
 * @param campaign the mail, its recipients and their clicks
 * @param clicks every click that Safe Links recorded, of everybody
 * @param reaches how far each source can be counted on
 * @param headerIds the ids of mails as their headers have them, by the spelling in which they are compared
 * @param readings what was read, for the vault
 */
public record MailScope(
        Campaign campaign,
        List<ClickRecord> clicks,
        List<Reach> reaches,
        Map<String, String> headerIds,
        List<Seen> readings) {
    public MailScope {
        requireNonNull(campaign, "campaign is null");
        clicks = List.copyOf(clicks);
        reaches = List.copyOf(reaches);
        headerIds = Map.copyOf(headerIds);
        readings = List.copyOf(readings);
    }

    /**
     * One reading.
     *
     * @param kind what it is, as its exhibit's kind
     * @param reading with its answers
     */
    public record Seen(String kind, Reading<?> reading) {
        public Seen {
            requireNonNull(kind, "kind is null");
            requireNonNull(reading, "reading is null");
        }
    }

    /**
     * A copy that may lie in a mailbox.
     *
     * @param mailbox its owner's address
     * @param messageId the mail's id as its header has it
     * @param subject its subject
     */
    public record Copy(String mailbox, String messageId, String subject) {
        public Copy {
            requireNonNull(mailbox, "mailbox is null");
            requireNonNull(messageId, "messageId is null");
            requireNonNull(subject, "subject is null");
        }
    }

    /** What the mail is known by. */
    Lure lure() {
        return campaign.lure();
    }

    /** The id of a mail as its header has it. */
    String headerId(CampaignMail mail) {
        return headerIds.getOrDefault(mail.internetMessageId(), "<" + mail.internetMessageId() + ">");
    }

    /** Every copy that may lie in a mailbox of the organisation's, each once. */
    List<Copy> copies() {
        List<Copy> copies = new ArrayList<>();
        for (CampaignRecipient recipient : campaign.toBePurged()) {
            for (CampaignMail mail : campaign.mails()) {
                recipient.addresses().stream()
                        .filter(mail.recipients()::contains)
                        .findFirst()
                        .ifPresent(address -> copies.add(new Copy(address, headerId(mail), mail.subject())));
            }
        }
        return copies;
    }

    /** The spelling in which ids of mails are compared. */
    static String compared(String headerId) {
        String plain = headerId.strip().toLowerCase(Locale.ROOT);
        return plain.startsWith("<") && plain.endsWith(">") && plain.length() > 1
                ? plain.substring(1, plain.length() - 1)
                : plain;
    }
}
