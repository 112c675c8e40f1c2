package dev.cordon.investigation.lines;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The device of a sign-in.
 *
 * @param id its id in the directory; empty text where it is not registered
 * @param isManaged whether the organisation manages it, or holds it to its rules
 */
record SignInDevice(String id, boolean isManaged) {
    private static final Pattern NOBODYS = Pattern.compile("[{(]?0{8}-0{4}-.*");

    private static final SignInDevice NONE = new SignInDevice("", false);

    static SignInDevice read(Members line) throws UnreadableLineException {
        Optional<Members> found = line.object("deviceDetail");
        if (found.isEmpty()) {
            return NONE;
        }
        Members device = found.get();
        device.textOrEmpty("displayName");
        String trust = Vocabulary.lower(device.textOrEmpty("trustType"));
        return new SignInDevice(
                device.textOrEmpty("deviceId").strip(),
                device.isTrue("isCompliant") || device.isTrue("isManaged") || trust.contains("hybrid"));
    }

    boolean isRegistered() {
        return !id.isEmpty()
                && !("{(0".indexOf(id.charAt(0)) >= 0 && NOBODYS.matcher(id).matches());
    }
}
