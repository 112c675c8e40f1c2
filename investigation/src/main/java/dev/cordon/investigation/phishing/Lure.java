package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.MessageId;
import dev.cordon.investigation.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the mails of one campaign are known by. Texts are untrusted.
 *
 * @param senders addresses it came from, as {@link SenderAddress} has them
 * @param subjects its subjects, as {@link Subject} has them
 * @param internetMessageIds the ids of its mails, in lower case and without brackets
 * @param networkMessageIds Microsoft's own ids of them, in lower case
 * @param links its links, unwrapped
 */
public record Lure(
        Set<String> senders,
        Set<String> subjects,
        Set<String> internetMessageIds,
        Set<String> networkMessageIds,
        List<SafeLinksUrl> links) {
    public Lure {
        senders = plain(senders, SenderAddress::normalised);
        subjects = plain(subjects, Subject::normalised);
        internetMessageIds = plain(internetMessageIds, MessageId::plain);
        networkMessageIds = plain(networkMessageIds, id -> id.strip().toLowerCase(Locale.ROOT));
        requireNonNull(links, "links is null");
        links = links.stream()
                .distinct()
                .sorted(Comparator.comparing(SafeLinksUrl::pasted))
                .toList();
    }

    /** What a report says of it. */
    public static Lure of(Intake intake) {
        return new Lure(
                Set.of(intake.sender()),
                Set.of(intake.subject()),
                Set.of(intake.internetMessageId()),
                Set.of(),
                intake.links());
    }

    private static Set<String> plain(Collection<String> texts, UnaryOperator<String> normalise) {
        return texts.stream().map(normalise).filter(text -> !text.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Both together. */
    public Lure and(Lure other) {
        return new Lure(
                joined(senders, other.senders),
                joined(subjects, other.subjects),
                joined(internetMessageIds, other.internetMessageIds),
                joined(networkMessageIds, other.networkMessageIds),
                Stream.concat(links.stream(), other.links.stream()).toList());
    }

    private static Set<String> joined(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a click can be known to be on it: by a link, or by the mail it stood in. */
    public boolean tellsClicks() {
        return !networkMessageIds.isEmpty() || hasPages();
    }

    private boolean hasPages() {
        return links.stream().anyMatch(link -> link.webAddress().isPresent());
    }

    /** Whether nothing at all is known of it. */
    public boolean isEmpty() {
        return senders.isEmpty()
                && subjects.isEmpty()
                && internetMessageIds.isEmpty()
                && networkMessageIds.isEmpty()
                && links.isEmpty();
    }

    /** Whether a click stood in one of its mails or leads where one of its links leads. */
    public boolean isOf(ClickRecord click) {
        return networkMessageIds.contains(click.networkMessageId().strip().toLowerCase(Locale.ROOT))
                || leadsThere(SafeLinksUrl.of(click.url()));
    }

    /**
     * Whether a link leads where one of its own leads: to the same page, or, where the host is nobody's but the attacker's, to the same host. What
     * stands behind the page's name often names the victim and is not compared.
     */
    boolean leadsThere(SafeLinksUrl link) {
        Optional<WebAddress> there = link.webAddress();
        return there.isPresent()
                && links.stream()
                        .map(SafeLinksUrl::webAddress)
                        .flatMap(Optional::stream)
                        .anyMatch(own -> isSamePlace(own, there.get()));
    }

    private static boolean isSamePlace(WebAddress own, WebAddress other) {
        if (!own.host().equals(other.host())) {
            return false;
        }
        return !SharedPlaces.isShared(own.host())
                || (own.page().equals(other.page()) && own.query().equals(other.query()));
    }

    /**
     * The clicks on it among those of everybody. Where no link of it is known and no click stood in one of its mails, those on links that Safe Links
     * held something against for anybody, and that are not known to have stood in another mail.
     */
    public List<ClickRecord> clicksOn(List<ClickRecord> everybodys) {
        List<ClickRecord> own = everybodys.stream().filter(this::isOf).toList();
        if (!own.isEmpty() || hasPages()) {
            return own.stream().sorted(ClickRecord.IN_TIME).toList();
        }
        Set<String> bad = everybodys.stream()
                .filter(click -> click.action().isWarned())
                .map(Lure::page)
                .filter(page -> !page.isEmpty())
                .collect(Collectors.toSet());
        return everybodys.stream()
                .filter(click ->
                        networkMessageIds.isEmpty() || click.networkMessageId().isBlank())
                .filter(click -> bad.contains(page(click)))
                .sorted(ClickRecord.IN_TIME)
                .toList();
    }

    private static String page(ClickRecord click) {
        return SafeLinksUrl.of(click.url()).webAddress().map(WebAddress::page).orElse("");
    }
}
