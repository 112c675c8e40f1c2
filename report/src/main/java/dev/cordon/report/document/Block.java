package dev.cordon.report.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A block of a report. */
public sealed interface Block {
    /** A paragraph. */
    record Paragraph(List<Inline> content) implements Block {
        public Paragraph {
            content = List.copyOf(content);
        }
    }

    /** A heading within a section. */
    record SubHeading(String text) implements Block {
        public SubHeading {
            requireNonNull(text, "text is null");
        }
    }

    /** Something to be read first. */
    record Notice(Tone tone, String title, List<Inline> content) implements Block {
        public Notice {
            requireNonNull(tone, "tone is null");
            requireNonNull(title, "title is null");
            content = List.copyOf(content);
        }
    }

    /** Labelled facts. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One labelled fact. */
    record Fact(String label, List<Inline> content) {
        public Fact {
            requireNonNull(label, "label is null");
            content = List.copyOf(content);
        }
    }

    /**
     * A table.
     *
     * @param caption what it shows
     * @param headers the column headers
     * @param rows the rows, each as wide as the headers; the first cell names the row
     * @param whenEmpty what to say instead when there is no row
     */
    record Table(String caption, List<String> headers, List<Row> rows, String whenEmpty) implements Block {
        public Table {
            requireNonNull(caption, "caption is null");
            headers = List.copyOf(headers);
            rows = List.copyOf(rows);
            requireNonNull(whenEmpty, "whenEmpty is null");
            for (Row row : rows) {
                if (row.cells().size() != headers.size()) {
                    throw new IllegalArgumentException(
                            "a row of '" + caption + "' has " + row.cells().size() + " cells, not " + headers.size());
                }
            }
        }
    }

    /** A row of a table. */
    record Row(List<List<Inline>> cells) {
        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }

        @SafeVarargs
        @SuppressWarnings("varargs") // the array is copied and never written to
        public static Row of(List<Inline>... cells) {
            return new Row(List.of(cells));
        }
    }

    /** A list of points. */
    record Points(List<List<Inline>> points) implements Block {
        public Points {
            points = points.stream().map(List::copyOf).toList();
        }
    }

    /** A list of things to do or done. */
    record Tasks(List<Task> tasks) implements Block {
        public Tasks {
            tasks = List.copyOf(tasks);
        }
    }

    /** One thing to do. */
    record Task(boolean done, List<Inline> content) {
        public Task {
            content = List.copyOf(content);
        }
    }

    /**
     * A field of a form.
     *
     * @param label what it asks
     * @param value the answer; empty while nobody gave one, which is work left
     * @param hint how to answer
     */
    record Field(String label, Optional<String> value, String hint) implements Block {
        public Field {
            requireNonNull(label, "label is null");
            requireNonNull(value, "value is null");
            requireNonNull(hint, "hint is null");
        }
    }

    /**
     * A picture drawn by ourselves.
     *
     * @param svg the picture's markup, every text in it escaped by its maker
     * @param alternative what it shows, for those who cannot see it
     * @param caption its caption
     */
    record Picture(Svg svg, String alternative, String caption) implements Block {
        public Picture {
            requireNonNull(svg, "svg is null");
            requireNonNull(alternative, "alternative is null");
            requireNonNull(caption, "caption is null");
        }
    }

    static Block paragraph(String text) {
        return new Paragraph(Inline.text(text));
    }
}
