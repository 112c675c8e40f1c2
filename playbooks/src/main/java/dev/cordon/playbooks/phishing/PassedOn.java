package dev.cordon.playbooks.phishing;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.phishing.Campaign;
import dev.cordon.investigation.phishing.CampaignMail;
import dev.cordon.investigation.phishing.Delivery;
import dev.cordon.investigation.phishing.Fate;
import dev.cordon.investigation.phishing.SafeLinksUrl;
import dev.cordon.investigation.phishing.Source;
import dev.cordon.tenant.MailSamples.Sample;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks into mails that only look like the campaign's, such as those that somebody passed on: whether one of its links stands in them. Reads only. */
final class PassedOn {
    /** More than these are no longer passed on by hand. */
    private static final int MOST = 20;

    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{60,}\\r?\\n)+[A-Za-z0-9+/=]*|[A-Za-z0-9+/]{40,}={0,2}");

    private final Tenant tenant;
    private final Organisation organisation;
    private final Instant now;

    PassedOn(Tenant tenant, Organisation organisation, Instant now) {
        this.tenant = tenant;
        this.organisation = organisation;
        this.now = now;
    }

    /** What the mailboxes say of those in which a link of the campaign stands. */
    List<Delivery> confirmed(Campaign campaign, Map<String, String> headerIds) {
        List<String> links = campaign.lure().links().stream()
                .filter(link -> !link.host().isEmpty())
                .map(SafeLinksUrl::address)
                .distinct()
                .toList();
        List<Delivery> confirmed = new ArrayList<>();
        if (!links.isEmpty()) {
            campaign.lookingLike().stream()
                    .limit(MOST)
                    .forEach(mail -> confirmed(mail, links, headerIds).ifPresent(confirmed::add));
        }
        return confirmed;
    }

    private Optional<Delivery> confirmed(CampaignMail mail, List<String> links, Map<String, String> headerIds) {
        Optional<String> mailbox = mail.recipients().stream()
                .filter(address -> organisation.ownsDomain(Addresses.domain(address)))
                .findFirst();
        String id = headerIds.getOrDefault(mail.internetMessageId(), "<" + mail.internetMessageId() + ">");
        return mailbox.flatMap(address -> text(address, id)
                .flatMap(text ->
                        links.stream().filter(link -> stands(link, text)).findFirst())
                .map(link -> new Delivery(
                        Source.MAILBOX,
                        mail.receivedAt(),
                        mail.senders().isEmpty() ? "" : mail.senders().getFirst(),
                        address,
                        mail.subject(),
                        mail.internetMessageId(),
                        "",
                        Fate.DELIVERED,
                        now,
                        List.of(link))));
    }

    /** By its host: the rest of a link often differs from one recipient to the next. */
    private static boolean stands(String link, String text) {
        return text.contains(SafeLinksUrl.of(link).host());
    }

    /** What could not be read confirms nothing: the mail stays one that only looks like it, and is told. */
    private Optional<String> text(String mailbox, String messageId) {
        try {
            return tenant.mailSamples().fetch(mailbox, messageId) instanceof Sample.Found(var mime)
                    ? Optional.of(readable(new String(mime.body().toArray(), StandardCharsets.ISO_8859_1)))
                    : Optional.empty();
        } catch (TenantException e) {
            return switch (e.failure().reason()) {
                case INTERRUPTED -> throw e;
                case MISSING_PERMISSION,
                        MISSING_ROLE,
                        PROTECTED_TARGET,
                        NOT_LICENSED,
                        NOT_SIGNED_IN,
                        OWN_SESSION_ENDED,
                        NOT_FOUND,
                        DEFAULT_METHOD,
                        MASTERED_ELSEWHERE,
                        REFUSED,
                        NOT_AVAILABLE,
                        THROTTLED,
                        SERVICE_FAULT,
                        UNREACHABLE,
                        UNREADABLE_ANSWER,
                        UNKNOWN_RESULT -> Optional.empty();
            };
        }
    }

    /** Its text as it stands, without the line breaks that mail puts into it, and whatever is encoded in it. */
    static String readable(String mime) {
        StringBuilder text = new StringBuilder(mime.replace("=\r\n", "").replace("=\n", ""));
        Matcher encoded = BASE64.matcher(mime);
        while (encoded.find()) {
            try {
                text.append('\n')
                        .append(new String(
                                Base64.getMimeDecoder().decode(encoded.group()), StandardCharsets.ISO_8859_1));
            } catch (IllegalArgumentException _) {
                // It only looked encoded.
                text.append(' ');
            }
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
