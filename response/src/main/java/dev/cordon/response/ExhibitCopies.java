package dev.cordon.response;

import dev.cordon.evidence.ExhibitId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Exhibits that are read more than once: each copied and checked once, all into one {@link HiddenFile}. For one thread. */
final class ExhibitCopies implements AutoCloseable {
    private final Source vault;
    private final RandomGenerator random;
    private final Map<ExhibitId, Part> parts = new HashMap<>();
    private @Nullable HiddenFile file;

    /** Where exhibits are copied from, checked on the way. */
    interface Source {
        void copy(ExhibitId exhibit, OutputStream to);
    }

    private record Part(long from, long until) {}

    /** @param random cryptographically strong */
    ExhibitCopies(Source vault, RandomGenerator random) {
        this.vault = vault;
        this.random = random;
    }

    /**
     * Its bytes from their beginning.
     *
     * @throws dev.cordon.evidence.EvidenceDamagedException when they are not the bytes that were sealed; nothing of them is returned
     */
    InputStream open(ExhibitId exhibit) throws IOException {
        HiddenFile open = file == null ? new HiddenFile(random) : file;
        file = open;
        Part part = parts.get(exhibit);
        if (part == null) {
            part = copied(exhibit, open);
            parts.put(exhibit, part);
        }
        return open.read(part.from(), part.until());
    }

    private Part copied(ExhibitId exhibit, HiddenFile open) throws IOException {
        long from = open.size();
        OutputStream to = open.append();
        vault.copy(exhibit, to);
        to.flush();
        return new Part(from, open.size());
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
