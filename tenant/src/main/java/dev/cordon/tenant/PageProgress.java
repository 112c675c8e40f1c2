package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

/** How far a listing with links from page to page has been read. */
public sealed interface PageProgress {
    /** Nothing was read. */
    record Beginning() implements PageProgress {}

    /**
     * Read up to here.
     *
     * @param nextLink Microsoft's address of the next page, as it was given; links may lapse, and then the listing is read from its beginning
     */
    record Link(String nextLink) implements PageProgress {
        public Link {
            requireNonNull(nextLink, "nextLink is null");
            if (!nextLink.startsWith("https://")) {
                throw new IllegalArgumentException("Not the address of a page: " + nextLink);
            }
        }
    }

    /** Read to its end. */
    record End() implements PageProgress {}

    /** The beginning. */
    static PageProgress beginning() {
        return new Beginning();
    }
}
