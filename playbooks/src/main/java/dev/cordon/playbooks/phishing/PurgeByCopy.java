package dev.cordon.playbooks.phishing;

import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.phishing.PurgeMail.Target;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.MailCopies.Copy;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Removes copy by copy, mailbox by mailbox, and reads each mailbox again. One purge. */
final class PurgeByCopy {
    /** The beginning of the key of an effect that moved a copy; behind it stand mailbox, message and copy. */
    static final String SOFT_DELETE = "soft-delete";

    /** A copy that is still there after so many removals is put there by somebody, or held. */
    private static final int MOST_ROUNDS = 3;

    private final PhishingFile file;
    private final CampaignConsent consent;
    private final StepContext context;

    PurgeByCopy(PhishingFile file, CampaignConsent consent, StepContext context) {
        this.file = file;
        this.consent = consent;
        this.context = context;
    }

    /** Purges; false where the preview was not agreed to. */
    boolean purge(List<Target> targets) throws InterruptedException {
        Map<Target, Attempt<List<Copy>>> found = find(targets);
        long mailboxes =
                found.values().stream().filter(one -> !reachable(one).isEmpty()).count();
        long copies =
                found.values().stream().mapToLong(one -> reachable(one).size()).sum();
        if (copies > 0
                && !consent.toPurging(copies + (copies == 1 ? " copy" : " copies") + " in " + mailboxes
                        + (mailboxes == 1 ? " mailbox" : " mailboxes")
                        + " are moved to Recoverable Items; 'cordon undo' moves them back.")) {
            return false;
        }
        Map<Target, Attempt<List<Copy>>> before = found;
        List<Target> touched = new ArrayList<>();
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            List<Target> there = before.entrySet().stream()
                    .filter(one -> !reachable(one.getValue()).isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            if (there.isEmpty()) {
                break;
            }
            remove(before);
            touched.addAll(there);
            before = find(there);
            found.putAll(before);
        }
        found.forEach((target, attempt) -> conclude(target, attempt, touched.contains(target)));
        prove(found);
        return true;
    }

    private Map<Target, Attempt<List<Copy>>> find(List<Target> targets) {
        List<Attempt<List<Copy>>> read = Together.all(targets.stream()
                .<Supplier<Attempt<List<Copy>>>>map(target -> () -> find(file, target.copy()))
                .toList());
        Map<Target, Attempt<List<Copy>>> found = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            found.put(targets.get(i), read.get(i));
        }
        return found;
    }

    static Attempt<List<Copy>> find(PhishingFile file, MailScope.Copy copy) {
        return Attempt.of(() -> file.afterContainment().mailCopies().find(copy.mailbox(), copy.messageId()));
    }

    static List<Copy> reachable(Attempt<List<Copy>> attempt) {
        return attempt.value().orElse(List.of()).stream()
                .filter(copy -> copy.place().isReachable())
                .toList();
    }

    private void remove(Map<Target, Attempt<List<Copy>>> found) {
        List<Supplier<EffectResult<Receipt>>> removals = new ArrayList<>();
        found.forEach((target, attempt) ->
                reachable(attempt).forEach(copy -> removals.add(() -> remove(target, copy))));
        Together.all(removals);
    }

    private EffectResult<Receipt> remove(Target target, Copy copy) {
        String mailbox = target.copy().mailbox();
        Effect effect = Effect.of(
                        String.join("|", SOFT_DELETE, mailbox, target.copy().messageId(), copy.id()),
                        "Move the copy in " + mailbox + " (" + folder(copy) + ") to Recoverable Items",
                        copy.folderId())
                .destroying(target.key(), target.sample().orElseThrow());
        return context.carryOut(
                effect,
                () -> TenantFailures.answered(
                        file.afterContainment().mailCopies().softDelete(mailbox, copy)));
    }

    private static String folder(Copy copy) {
        return copy.folder().isBlank() ? copy.place().toString() : copy.folder();
    }

    private void conclude(Target target, Attempt<List<Copy>> attempt, boolean isTouched) {
        Fate fate = fate(attempt);
        ItemOutcome outcome =
                fate.outcome() == ItemOutcome.ALREADY_GONE && isTouched ? ItemOutcome.REMOVED : fate.outcome();
        context.conclude(target.key(), outcome, fate.detail());
    }

    /**
     * What a reading of a mailbox says of a copy.
     *
     * @param outcome already gone, still there, or unknown
     * @param detail why, a sentence
     */
    record Fate(ItemOutcome outcome, String detail) {}

    static Fate fate(Attempt<List<Copy>> attempt) {
        return switch (attempt) {
            case Attempt.Unread<List<Copy>>(Failure failure) ->
                new Fate(
                        ItemOutcome.UNKNOWN,
                        failure.reason() == Failure.Reason.NOT_FOUND
                                ? "There is no mailbox of that address here: it lies on premises, or was deleted. Nobody can look into it"
                                        + " from here."
                                : failure.meaning() + " " + failure.remedy());
            case Attempt.Read<List<Copy>>(Reading<List<Copy>> read) -> {
                long there = read.value().stream()
                        .filter(copy -> copy.place().isReachable())
                        .count();
                if (there > 0) {
                    yield new Fate(
                            ItemOutcome.STILL_THERE,
                            there + (there == 1 ? " copy is" : " copies are") + " in the mailbox, as read at "
                                    + read.readAt() + ".");
                }
                if (!read.isComplete()) {
                    yield new Fate(ItemOutcome.UNKNOWN, "Not all of the mailbox could be read.");
                }
                boolean isKept = !read.value().isEmpty();
                yield new Fate(
                        ItemOutcome.ALREADY_GONE,
                        "No copy is where its owner can open it, as read at " + read.readAt() + "."
                                + (isKept ? " It lies in Recoverable Items." : ""));
            }
        };
    }

    private void prove(Map<Target, Attempt<List<Copy>>> found) {
        found.forEach(
                (target, attempt) -> attempt.findReading().ifPresent(read -> proof(context, target.copy(), read)));
    }

    /** That no copy is left in a mailbox, read and sealed. */
    static Proof proof(StepContext context, MailScope.Copy copy, Reading<List<Copy>> read) {
        long there =
                read.value().stream().filter(one -> one.place().isReachable()).count();
        Sealing sealing = Sealing.of(context, "mail-copies", copy.mailbox(), read);
        return Proofs.of(
                context,
                read,
                sealing,
                "Copies of the mail left in " + copy.mailbox(),
                "none",
                there == 0
                        ? (read.isComplete() ? "none" : "none in what could be read of the mailbox")
                        : Long.toString(there),
                there == 0 && read.isComplete());
    }

    /** The mailboxes of an effect's key, its message and its copy; empty where it moved no copy. */
    static Optional<List<String>> moved(String effectKey) {
        List<String> parts = List.of(effectKey.split("\\|", -1));
        return parts.size() == 4 && parts.getFirst().equals(SOFT_DELETE)
                ? Optional.of(parts.subList(1, 4))
                : Optional.empty();
    }
}
