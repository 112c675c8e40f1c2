package dev.cordon.tenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of hunting in memory. One thread. */
public final class InMemoryThreatHunting implements ThreatHunting {
    private final List<UrlClick> clicks = new ArrayList<>();
    private final List<DeliveredMail> mails = new ArrayList<>();
    private final List<PostDelivery> changes = new ArrayList<>();
    private Optional<Failure.Reason> refusal = Optional.empty();

    public InMemoryThreatHunting put(UrlClick click) {
        clicks.add(click);
        return this;
    }

    public InMemoryThreatHunting put(DeliveredMail mail) {
        mails.add(mail);
        return this;
    }

    public InMemoryThreatHunting put(PostDelivery change) {
        changes.add(change);
        return this;
    }

    /** Everything is refused from now on, as where the licence is missing. */
    public InMemoryThreatHunting refuses(Failure.Reason reason) {
        refusal = Optional.of(reason);
        return this;
    }

    /** The rows, for whoever speaks the wire over them. */
    public List<UrlClick> clicks() {
        return List.copyOf(clicks);
    }

    public List<DeliveredMail> mails() {
        return List.copyOf(mails);
    }

    public List<PostDelivery> changes() {
        return List.copyOf(changes);
    }

    private void open() {
        if (refusal.isPresent()) {
            throw Made.refusal("Hunt", refusal.get());
        }
    }

    @Override
    public Reading<List<UrlClick>> fetchClicks(ClickQuestion question) {
        open();
        return Made.reading(
                "POST runHuntingQuery UrlClickEvents",
                clicks.stream()
                        .filter(click -> isIn(click.at(), question.from(), question.until()))
                        .filter(click -> isOnUrl(click, question.urls()) && isOnDomain(click, question.domains()))
                        .filter(click -> isAny(click.networkMessageId(), question.networkMessageIds()))
                        .filter(click -> isAny(click.user(), question.users()))
                        .sorted(Comparator.comparing(UrlClick::at).reversed())
                        .toList());
    }

    private static boolean isOnUrl(UrlClick click, List<String> urls) {
        String all = lower(click.url() + " " + click.urlChain());
        return urls.isEmpty() || urls.stream().anyMatch(url -> all.contains(lower(url)));
    }

    private static boolean isOnDomain(UrlClick click, List<String> domains) {
        String all = lower(click.url() + " " + click.urlChain());
        return domains.isEmpty()
                || domains.stream()
                        .map(InMemoryThreatHunting::lower)
                        .anyMatch(domain -> all.matches("(?s).*://([^/\\s\"]*\\.)?"
                                + java.util.regex.Pattern.quote(domain) + "([:/?#\"\\s].*)?"));
    }

    @Override
    public Reading<List<DeliveredMail>> fetchMails(MailQuestion question) {
        open();
        return Made.reading("POST runHuntingQuery EmailEvents", asked(question));
    }

    private List<DeliveredMail> asked(MailQuestion question) {
        return mails.stream()
                .filter(mail -> isIn(mail.at(), question.from(), question.until()))
                .filter(mail ->
                        isAny(mail.sender(), question.senders()) || isAny(mail.envelopeSender(), question.senders()))
                .filter(mail -> isAny(mail.subject(), question.subjects()))
                .filter(mail -> isAny(mail.internetMessageId(), question.internetMessageIds()))
                .filter(mail -> isAny(mail.networkMessageId(), question.networkMessageIds()))
                .filter(mail -> isAny(mail.recipient(), question.recipients()))
                .sorted(Comparator.comparing(DeliveredMail::at).reversed())
                .toList();
    }

    @Override
    public Reading<List<PostDelivery>> fetchPostDelivery(MailQuestion question) {
        open();
        boolean bySender = !question.senders().isEmpty() || !question.subjects().isEmpty();
        Set<String> ids =
                asked(question).stream().map(DeliveredMail::networkMessageId).collect(Collectors.toSet());
        return Made.reading(
                "POST runHuntingQuery EmailPostDeliveryEvents",
                changes.stream()
                        .filter(change -> isIn(change.at(), question.from(), question.until()))
                        .filter(change -> !bySender || ids.contains(change.networkMessageId()))
                        .filter(change -> isAny(change.internetMessageId(), question.internetMessageIds()))
                        .filter(change -> isAny(change.networkMessageId(), question.networkMessageIds()))
                        .filter(change -> isAny(change.recipient(), question.recipients()))
                        .sorted(Comparator.comparing(PostDelivery::at).reversed())
                        .toList());
    }

    private static boolean isIn(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && !at.isAfter(until);
    }

    private static boolean isAny(String text, List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(text::equalsIgnoreCase);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
