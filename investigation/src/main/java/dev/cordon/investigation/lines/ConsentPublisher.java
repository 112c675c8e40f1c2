package dev.cordon.investigation.lines;

import java.util.Optional;

/**
 * What a line tells of who publishes an application.
 *
 * @param standing whether Microsoft has verified him
 * @param name his name; empty text where it is not told
 */
record ConsentPublisher(Standing standing, String name) {
    /** Whether somebody has proven to Microsoft who he is. */
    enum Standing {
        VERIFIED,
        UNVERIFIED,
        NOT_TOLD
    }

    /** Reads it beside what is told {@code about} the application, or else on the {@code line} itself. */
    static ConsentPublisher read(Members line, Members about) throws UnreadableLineException {
        Members there = about.names().contains("verifiedPublisher") ? about : line;
        if (!there.names().contains("verifiedPublisher")) {
            return new ConsentPublisher(Standing.NOT_TOLD, "");
        }
        if (there.isTruth("verifiedPublisher")) {
            return of(there.isTrue("verifiedPublisher"), "");
        }
        if (there.isObject("verifiedPublisher")) {
            Members publisher = there.object("verifiedPublisher").orElseThrow();
            String name = publisher.textOrEmpty("displayName").strip();
            Optional<String> id = publisher.text("verifiedPublisherId").filter(text -> !text.isBlank());
            return of(id.isPresent() || !name.isEmpty(), name);
        }
        String name = there.textOrEmpty("verifiedPublisher").strip();
        return of(!name.isEmpty(), name);
    }

    private static ConsentPublisher of(boolean isVerified, String name) {
        return new ConsentPublisher(isVerified ? Standing.VERIFIED : Standing.UNVERIFIED, name);
    }

    boolean isVerified() {
        return standing == Standing.VERIFIED;
    }
}
