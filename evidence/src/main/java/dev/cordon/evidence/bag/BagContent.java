package dev.cordon.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;

/** The files of a bag that is read, wherever they lie. For one thread. */
interface BagContent extends AutoCloseable {
    /** The size of each file by its name below the bag's folder, with {@code /} between its parts. */
    SortedMap<String, Long> files();

    /** Reads a file of {@link #files}; never more than its size. */
    InputStream open(String name) throws IOException;

    @Override
    void close() throws IOException;
}
