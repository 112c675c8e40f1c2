package dev.cordon.response;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Numbers, texts and lists of them as few bytes, written and read in the same order by one process. For one thread. */
final class CompactBytes {
    private byte[] bytes = new byte[1 << 12];
    private int at;

    /** Begins to write. */
    void clear() {
        at = 0;
    }

    /** What was written. */
    byte[] written() {
        return Arrays.copyOf(bytes, at);
    }

    /** Begins to read these, which are only looked at. */
    void read(byte[] written) {
        bytes = written;
        at = 0;
    }

    /** Seven bits in a byte, the lowest first, and a sign that more follow; a negative one takes ten. */
    void number(long number) {
        room(10);
        long left = number;
        while ((left & ~0x7fL) != 0) {
            bytes[at++] = (byte) ((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        bytes[at++] = (byte) left;
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    /** Its characters in one byte each where that holds them all, else in two: no encoding knows half a character. */
    void text(String text) {
        int length = text.length();
        boolean isNarrow = isNarrow(text);
        number((long) length << 1 | (isNarrow ? 0 : 1));
        int size = isNarrow ? length : 2 * length;
        room(size);
        if (isNarrow) {
            System.arraycopy(text.getBytes(ISO_8859_1), 0, bytes, at, size);
        } else {
            ByteBuffer.wrap(bytes, at, size).asCharBuffer().put(text);
        }
        at += size;
    }

    private static boolean isNarrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    String text() {
        long head = number();
        boolean isNarrow = (head & 1) == 0;
        int size = (int) (head >> 1) * (isNarrow ? 1 : 2);
        int from = at;
        at += size;
        if (size == 0) {
            return "";
        }
        return isNarrow
                ? new String(bytes, from, size, ISO_8859_1)
                : ByteBuffer.wrap(bytes, from, size).asCharBuffer().toString();
    }

    /** A word by its place among all of its kind. */
    <E extends Enum<E>> void word(List<E> all, E word) {
        number(all.indexOf(word));
    }

    <E extends Enum<E>> E word(List<E> all) {
        return all.get((int) number());
    }

    <T> void list(List<T> list, Consumer<T> writer) {
        number(list.size());
        list.forEach(writer);
    }

    <T> List<T> list(Supplier<T> reader) {
        int size = (int) number();
        if (size == 0) {
            return List.of();
        }
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(reader.get());
        }
        return list;
    }

    void texts(Map<String, String> texts) {
        number(texts.size());
        texts.forEach((name, value) -> {
            text(name);
            text(value);
        });
    }

    Map<String, String> texts() {
        int size = (int) number();
        if (size == 0) {
            return Map.of();
        }
        Map<String, String> texts = HashMap.newHashMap(size);
        for (int i = 0; i < size; i++) {
            texts.put(text(), text());
        }
        return texts;
    }

    /** Nothing but a sign where it is {@code none}. */
    <T> void unless(T none, T value, Consumer<T> writer) {
        boolean isNone = value.equals(none);
        number(isNone ? 0 : 1);
        if (!isNone) {
            writer.accept(value);
        }
    }

    <T> T unless(T none, Supplier<T> reader) {
        return number() == 0 ? none : reader.get();
    }

    private void room(int more) {
        if (bytes.length - at < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + more));
        }
    }
}
