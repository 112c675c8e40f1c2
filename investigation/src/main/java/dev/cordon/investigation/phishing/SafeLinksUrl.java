package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A link as somebody pasted it, with what lies inside the wrapping of Safe Links and of other mail filters. It is only read, never fetched: what a
 * server would answer, and where it would send a visitor on to, is not known here.
 *
 * @param pasted as it was pasted: untrusted text
 * @param wrappers by whom it was wrapped, the outermost first
 * @param address the innermost address that could be read: untrusted text
 * @param notUnwrapped why what lies further inside could not be read, a sentence; empty where nothing does
 * @param notes what is odd about the innermost address: that it hands on to another one, pretends to be another host
 */
public record SafeLinksUrl(
        String pasted, List<String> wrappers, String address, Optional<String> notUnwrapped, List<Reason> notes) {
    /** Whoever wraps an address more often wants it not to be read. */
    private static final int DEEPEST = 10;

    public SafeLinksUrl {
        requireNonNull(pasted, "pasted is null");
        wrappers = List.copyOf(wrappers);
        requireNonNull(address, "address is null");
        requireNonNull(notUnwrapped, "notUnwrapped is null");
        notes = List.copyOf(notes);
    }

    /** Reads it. Total: any text is answered. */
    public static SafeLinksUrl of(String pasted) {
        List<String> wrappers = new ArrayList<>();
        String address = WebAddress.straightened(pasted);
        while (wrappers.size() < DEEPEST) {
            switch (Wrapper.open(address)) {
                case Wrapper.Opening.NotWrapped _ -> {
                    return found(pasted, wrappers, address, Optional.empty());
                }
                case Wrapper.Opening.Sealed(String by, String why) -> {
                    wrappers.add(by);
                    return found(pasted, wrappers, address, Optional.of(why));
                }
                case Wrapper.Opening.Inside(String by, String inner) -> {
                    wrappers.add(by);
                    address = WebAddress.straightened(inner);
                }
            }
        }
        return found(pasted, wrappers, address, Optional.of("It is wrapped more than " + DEEPEST + " times."));
    }

    private static SafeLinksUrl found(
            String pasted, List<String> wrappers, String address, Optional<String> notUnwrapped) {
        return new SafeLinksUrl(pasted, wrappers, address, notUnwrapped, UrlNotes.of(address));
    }

    /** Whether it was wrapped at all. */
    public boolean isWrapped() {
        return !wrappers.isEmpty();
    }

    /** Whether the innermost address was read. */
    public boolean isUnwrapped() {
        return notUnwrapped.isEmpty();
    }

    /** The host of the innermost address in lower case; empty text where it is no address of the web, or was not read. */
    public String host() {
        return notUnwrapped.isPresent()
                ? ""
                : WebAddress.of(address).map(WebAddress::host).orElse("");
    }

    /** The innermost address so that no program makes a link of it, and nothing in it is invisible. */
    public String defanged() {
        return WebAddress.defanged(address);
    }

    /** The innermost address of the web; empty where it is none, or was not read. */
    Optional<WebAddress> webAddress() {
        return notUnwrapped.isPresent() ? Optional.empty() : WebAddress.of(address);
    }
}
