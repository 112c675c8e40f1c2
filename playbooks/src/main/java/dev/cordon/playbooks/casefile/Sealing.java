package dev.cordon.playbooks.casefile;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The sealed answers of one reading.
 *
 * @param pages each answer with its exhibit, in order
 */
public record Sealing(List<Page> pages) {
    public Sealing {
        pages = List.copyOf(pages);
    }

    /**
     * One sealed answer.
     *
     * @param exhibit its exhibit
     * @param text the question and the body as text, for finding an id in it
     */
    public record Page(ExhibitId exhibit, String text) {}

    /** Seals every answer of {@code reading}, each beside the others. */
    public static Sealing of(StepContext context, String kind, String subject, Reading<?> reading) {
        return new Sealing(Together.all(reading.answers().stream()
                .<Supplier<Page>>map(answer -> () -> page(context, kind, subject, answer))
                .toList()));
    }

    private static Page page(StepContext context, String kind, String subject, Answer answer) {
        byte[] body = answer.body().toArray();
        Exhibit exhibit = context.seal(new Acquisition(
                kind,
                subject,
                answer.request(),
                answer.requestId(),
                answer.date(),
                answer.mediaType().isBlank() ? "application/octet-stream" : answer.mediaType(),
                body));
        return new Page(exhibit.id(), answer.request() + "\n" + new String(body, StandardCharsets.UTF_8));
    }

    /** The exhibit whose question and answer contain all of {@code marks}; else as {@link #holding(List)}. */
    public Optional<ExhibitId> holding(List<String> ids, List<String> marks) {
        return pages.stream()
                .filter(page -> !marks.isEmpty() && marks.stream().allMatch(page.text()::contains))
                .map(Page::exhibit)
                .findFirst()
                .or(() -> holding(ids));
    }

    /** The exhibit whose answer contains one of {@code ids}; the last answer's where none does, since a thing may be spelled another way. */
    public Optional<ExhibitId> holding(List<String> ids) {
        return pages.stream()
                .filter(page -> ids.stream().anyMatch(page.text()::contains))
                .map(Page::exhibit)
                .findFirst()
                .or(this::last);
    }

    /** The last answer's exhibit. */
    public Optional<ExhibitId> last() {
        return pages.isEmpty() ? Optional.empty() : Optional.of(pages.getLast().exhibit());
    }
}
