package dev.cordon.evidence.bag;

import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.chain.DigestingStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the copies for people once more from the raw bytes of a bag, and keeps nothing of them but their digests. For one thread. */
final class RemadeCopies implements ReadableCopies.Place {
    private final BagContent bag;
    private final SortedMap<String, Digest> made = new TreeMap<>();

    private RemadeCopies(BagContent bag) {
        this.bag = bag;
    }

    /** The SHA-256 of each copy that is to be there, by its name. */
    static SortedMap<String, Digest> of(BagContent bag, String id, String kind, String raw) throws IOException {
        RemadeCopies remade = new RemadeCopies(bag);
        new ReadableCopies(remade).write(id, kind, raw);
        return remade.made;
    }

    @Override
    public InputStream open(String raw) throws IOException {
        return bag.open(raw);
    }

    @Override
    public OutputStream create(String name) {
        DigestingStream digest = new DigestingStream(OutputStream.nullOutputStream());
        return new FilterOutputStream(digest) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {
                made.put(name, digest.sha256());
            }
        };
    }

    @Override
    public void remove(String name) {
        made.remove(name);
    }
}
