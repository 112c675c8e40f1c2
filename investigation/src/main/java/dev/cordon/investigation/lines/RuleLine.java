package dev.cordon.investigation.lines;

import dev.cordon.investigation.Quote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Graph's {@code messageRule} with what stands beside it on the line.
 *
 * @param name its name; empty text where it has none
 * @param inForce whether it is enabled and has no error
 * @param conditions what mail it takes; none where it takes all
 * @param exceptions what it leaves of that
 * @param deletes whether it deletes, softly
 * @param deletesForGood whether it deletes so that nobody gets it back
 * @param moveTo the folder to which it moves
 * @param forwardTo to whom it forwards, redirects or attaches
 * @param marksAsRead whether it marks as read
 * @param stops whether later rules are skipped
 * @param domains the organisation's own, in lower case; empty when the line names none
 * @param mailbox whose rule it is, his sign-in name, as far as the line tells
 */
record RuleLine(
        String name,
        boolean inForce,
        Predicates conditions,
        Predicates exceptions,
        boolean deletes,
        boolean deletesForGood,
        Optional<RuleFolder> moveTo,
        List<String> forwardTo,
        boolean marksAsRead,
        boolean stops,
        Set<String> domains,
        Optional<String> mailbox) {
    private static final List<String> FORWARDS = List.of("forwardTo", "forwardAsAttachmentTo", "redirectTo");

    static RuleLine read(Members line) throws UnreadableLineException {
        Members actions = line.object("actions")
                .orElseThrow(() -> new UnreadableLineException("It has no actions: what the rule does is not known."));
        Map<String, String> folders = folders(line);
        List<String> forwardTo = new ArrayList<>();
        for (String name : FORWARDS) {
            forwardTo.addAll(Recipient.readTargets(actions, name));
        }
        checkWhatHidesNothing(line, actions);
        return new RuleLine(
                line.textOrEmpty("displayName"),
                line.truth("isEnabled").orElse(true) && !line.isTrue("hasError"),
                predicates(line, "conditions"),
                predicates(line, "exceptions"),
                actions.isTrue("delete"),
                actions.isTrue("permanentDelete"),
                actions.text("moveToFolder").filter(id -> !id.isBlank()).map(id -> RuleFolder.of(id, folders)),
                List.copyOf(forwardTo),
                actions.isTrue("markAsRead"),
                actions.isTrue("stopProcessingRules"),
                domains(line),
                line.findText("mailbox"));
    }

    /** The same rule where these are the organisation's domains too. */
    RuleLine withDomains(Collection<String> more) {
        Set<String> all = new HashSet<>(domains);
        more.stream()
                .filter(domain -> !domain.isEmpty())
                .map(MailDomains::spelt)
                .forEach(all::add);
        return new RuleLine(
                name,
                inForce,
                conditions,
                exceptions,
                deletes,
                deletesForGood,
                moveTo,
                forwardTo,
                marksAsRead,
                stops,
                Set.copyOf(all),
                mailbox);
    }

    /** Of the right type all the same, or the line is not what it says. */
    private static void checkWhatHidesNothing(Members line, Members actions) throws UnreadableLineException {
        actions.text("copyToFolder");
        actions.text("markImportance");
        actions.texts("assignCategories");
        line.truth("isReadOnly");
        line.whole("sequence");
        line.text("id");
    }

    private static Predicates predicates(Members line, String name) throws UnreadableLineException {
        Optional<Members> found = line.object(name);
        return found.isPresent() ? Predicates.read(found.get()) : Predicates.NONE;
    }

    private static Map<String, String> folders(Members line) throws UnreadableLineException {
        Optional<Members> named = line.object("folders");
        Map<String, String> folders = new HashMap<>();
        if (named.isPresent()) {
            for (String id : named.get().names()) {
                folders.put(id, named.get().textOrEmpty(id));
            }
        }
        return folders;
    }

    private static Set<String> domains(Members line) throws UnreadableLineException {
        Set<String> domains = new HashSet<>();
        for (String domain : line.texts("tenantDomains")) {
            String lower = domain.strip().toLowerCase(Locale.ROOT);
            if (!lower.isEmpty()) {
                domains.add(MailDomains.spelt(lower.startsWith("@") ? lower.substring(1) : lower));
            }
        }
        return Set.copyOf(domains);
    }

    String what() {
        return "rule " + Quote.of(name);
    }
}
