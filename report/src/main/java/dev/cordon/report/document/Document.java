package dev.cordon.report.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A whole report.
 *
 * @param title its title
 * @param subtitle one line below it
 * @param label the classification label, shown on every page
 * @param stamp a word across the head, for example that it was a drill; empty text for none
 * @param front labelled facts at the head
 * @param sections its sections
 * @param foot one line at the end
 */
public record Document(
        String title,
        String subtitle,
        String label,
        String stamp,
        List<Block> front,
        List<Section> sections,
        String foot) {
    public Document {
        requireNonNull(title, "title is null");
        requireNonNull(subtitle, "subtitle is null");
        requireNonNull(label, "label is null");
        requireNonNull(stamp, "stamp is null");
        front = List.copyOf(front);
        sections = List.copyOf(sections);
        requireNonNull(foot, "foot is null");
    }

    /**
     * A section.
     *
     * @param id its anchor: lower-case words joined by hyphens
     * @param heading its heading
     * @param blocks what it says
     */
    public record Section(String id, String heading, List<Block> blocks) {
        public Section {
            if (!id.matches("[a-z]+(-[a-z]+)*")) {
                throw new IllegalArgumentException("not an anchor: " + id);
            }
            requireNonNull(heading, "heading is null");
            blocks = List.copyOf(blocks);
        }
    }
}
