package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Addresses;
import dev.cordon.tenant.SafeLinksReport;
import java.time.Instant;
import java.util.Comparator;

/**
 * A click that Safe Links recorded. Texts are untrusted, empty where the record has none.
 *
 * @param source which source tells it
 * @param at when
 * @param user who clicked, in lower case
 * @param url the link
 * @param action what Safe Links did
 * @param actionText the same in Microsoft's word
 * @param networkMessageId the mail it stood in
 */
public record ClickRecord(
        Source source,
        Instant at,
        String user,
        String url,
        ClickAction action,
        String actionText,
        String networkMessageId) {
    /** The earliest first; of one moment always in the same order. */
    static final Comparator<ClickRecord> IN_TIME = Comparator.comparing(ClickRecord::at)
            .thenComparing(ClickRecord::user)
            .thenComparing(ClickRecord::source)
            .thenComparing(ClickRecord::action)
            .thenComparing(ClickRecord::url)
            .thenComparing(ClickRecord::actionText)
            .thenComparing(ClickRecord::networkMessageId);

    public ClickRecord {
        requireNonNull(source, "source is null");
        requireNonNull(at, "at is null");
        user = Addresses.bare(user);
        requireNonNull(url, "url is null");
        requireNonNull(action, "action is null");
        requireNonNull(actionText, "actionText is null");
        requireNonNull(networkMessageId, "networkMessageId is null");
        if (!source.recordsClicks()) {
            throw new IllegalArgumentException("no click is recorded by " + source);
        }
    }

    /** A row of the Safe Links report. */
    public static ClickRecord of(SafeLinksReport.Click click) {
        return new ClickRecord(
                Source.SAFE_LINKS_REPORT,
                click.at(),
                click.recipient(),
                click.url(),
                ClickAction.of(click.action()),
                click.actionText(),
                click.networkMessageId());
    }

    /**
     * A row of the hunting table {@code UrlClickEvents}.
     *
     * @param clickedThrough its {@code IsClickedThrough}; false where it says nothing
     */
    public static ClickRecord ofHunting(
            Instant at,
            String accountUpn,
            String url,
            String actionType,
            boolean clickedThrough,
            String networkMessageId) {
        return new ClickRecord(
                Source.HUNTING,
                at,
                accountUpn,
                url,
                ClickAction.ofHunting(actionType, clickedThrough),
                actionType,
                networkMessageId);
    }
}
