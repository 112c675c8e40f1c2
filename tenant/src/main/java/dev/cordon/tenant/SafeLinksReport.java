package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who clicked what, as far as Safe Links had wrapped the link: a click on any other link is not in it. It goes back seven days, and clicks
 * stand in it about a day late. Needs Defender for Office 365. Safe for many threads. Permission: a role in Exchange Online
 * that allows the cmdlet.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/get-safelinksdetailreport">Get-SafeLinksDetailReport</a>
 */
public interface SafeLinksReport {
    /** How far it goes back. */
    Duration KEPT = Duration.ofDays(7);

    /** How late it usually is; nobody promises it. */
    Duration USUALLY_LATE = Duration.ofDays(1);

    /**
     * The clicks of everybody from {@code from} to {@code until}. Incomplete where a page could not be read or understood, and where
     * {@code from} lies before what is kept. {@link Completeness.AsLicensed} where nothing came and the tenant has no Defender for Office 365:
     * "nobody clicked" must not be said then; {@link Completeness.Incomplete} where its plans could not be read.
     *
     * @param from the first moment
     * @param until the last moment, after {@code from}
     * @throws TenantException when nothing could be read: {@link Failure.Reason#NOT_LICENSED} where the tenant has no Defender for Office 365,
     *     {@link Failure.Reason#MISSING_ROLE} where no role allows the cmdlet or Exchange Online does not know it,
     *     {@link Failure.Reason#NOT_AVAILABLE} when all of the time lies before what is kept
     */
    Reading<Clicks> fetchClicks(Instant from, Instant until);

    /**
     * What the report says.
     *
     * @param clicks the clicks, newest first; of those that are alike in everything, one
     * @param from from when on the report was asked
     * @param completeThrough until when no click is missing by what is usual. Whatever lies behind may still come; where it is before
     *     {@code from}, nothing of the time asked for is complete
     */
    record Clicks(List<Click> clicks, Instant from, Instant completeThrough) {
        public Clicks {
            clicks = List.copyOf(clicks);
            requireNonNull(from, "from is null");
            requireNonNull(completeThrough, "completeThrough is null");
        }
    }

    /**
     * A click. Texts are untrusted, the address above all: it is where somebody wanted a victim to go.
     *
     * @param at when
     * @param recipient who was sent the link, as the report has it; may be empty
     * @param url the link's address before it was wrapped; may be empty
     * @param action what Safe Links did
     * @param actionText the same in Microsoft's word
     * @param application where it was clicked, in Microsoft's word; may be empty
     * @param networkMessageId the mail it stood in; empty text where it stood in none
     */
    record Click(
            Instant at,
            String recipient,
            String url,
            Action action,
            String actionText,
            String application,
            String networkMessageId) {
        public Click {
            requireNonNull(at, "at is null");
            requireNonNull(recipient, "recipient is null");
            requireNonNull(url, "url is null");
            requireNonNull(action, "action is null");
            requireNonNull(actionText, "actionText is null");
            requireNonNull(application, "application is null");
            requireNonNull(networkMessageId, "networkMessageId is null");
        }
    }

    /** What Safe Links did with a click. */
    enum Action {
        ALLOWED,
        BLOCKED,
        CLICKED_DURING_SCAN,
        /** Blocked, and the user went on all the same. */
        CLICKED_EVEN_BLOCKED,
        SCANNING,
        TENANT_ALLOWED,
        TENANT_BLOCKED,
        TENANT_BLOCKED_AND_CLICKED_THROUGH,
        /** A word that we do not know, or none; it stands beside. */
        OTHER
    }
}
