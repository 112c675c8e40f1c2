package dev.cordon.investigation.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Graph's {@code recipient}: an address with a name that anybody may choose. */
final class Recipient {
    private static final String NOBODY = "somebody without an address";

    private Recipient() {}

    /** The addresses of a list of recipients; the name of one that has no address. */
    static List<String> read(Members members, String name) throws UnreadableLineException {
        List<String> addresses = new ArrayList<>();
        for (Members recipient : members.objects(name)) {
            Optional<Members> address = recipient.object("emailAddress");
            if (address.isPresent()) {
                addresses.add(address.get()
                        .text("address")
                        .filter(text -> !text.isBlank())
                        .orElse(address.get().textOrEmpty("name")));
            }
        }
        return List.copyOf(addresses);
    }

    /** The same for those to whom mail goes: a name in place of an address says nothing of where that is, even if it looks like an address. */
    static List<String> readTargets(Members members, String name) throws UnreadableLineException {
        List<String> targets = new ArrayList<>();
        for (Members recipient : members.objects(name)) {
            Optional<Members> told = recipient.object("emailAddress");
            Optional<String> address =
                    told.isPresent() ? told.get().text("address").filter(text -> !text.isBlank()) : Optional.empty();
            targets.add(address.orElse(NOBODY));
        }
        return List.copyOf(targets);
    }
}
