package dev.cordon.investigation.facts;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses as they are written: {@code 203.0.113.7}, {@code 203.0.113.0/24}, {@code 2001:db8::/32}. No name is ever looked up.
 *
 * @param first its first address as a number
 * @param bits how many of the leading bits are the same in all
 * @param width 32 or 128
 */
public record AddressRange(BigInteger first, int bits, int width) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** The wider ones would take whole countries for one's own. */
    private static final int WIDEST_IPV4 = 16;

    private static final int WIDEST_IPV6 = 32;

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none, has bits behind its length, or is too wide
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] bytes = bytes(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("no address"));
        int width = bytes.length * 8;
        int bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
        if (bits > width || bits < (width == 32 ? WIDEST_IPV4 : WIDEST_IPV6)) {
            throw new IllegalArgumentException("too wide or too long");
        }
        BigInteger first = new BigInteger(1, bytes);
        if (!first.shiftRight(width - bits).shiftLeft(width - bits).equals(first)) {
            throw new IllegalArgumentException("bits behind its length");
        }
        return new AddressRange(first, bits, width);
    }

    /** Whether {@code address} lies in it; any text is answered. */
    public boolean contains(String address) {
        return bytes(address.strip())
                .filter(bytes -> bytes.length * 8 == width)
                .map(bytes -> new BigInteger(1, bytes)
                                .xor(first)
                                .shiftRight(width - bits)
                                .signum()
                        == 0)
                .orElse(false);
    }

    private static Optional<byte[]> bytes(String text) {
        if (text.length() > 45 || !ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
