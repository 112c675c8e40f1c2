package dev.cordon.investigation.reconstruction;

import dev.cordon.incident.TraceKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What persons said, by what it is about: the latest holds. */
final class Said {
    private final Map<TraceKind, Map<String, PersonsVerdict>> latest = new EnumMap<>(TraceKind.class);

    /** @param said the latest last */
    Said(List<PersonsVerdict> said) {
        for (PersonsVerdict one : said) {
            String plain = PersonsVerdict.plainly(one.of(), one.value());
            if (!plain.isEmpty()) {
                latest.computeIfAbsent(one.of(), none -> new HashMap<>()).put(plain, one);
            }
        }
    }

    Optional<PersonsVerdict> of(TraceKind kind, String plain) {
        return Optional.ofNullable(latest.getOrDefault(kind, Map.of()).get(plain));
    }

    /** What holds of the row: a session tells more than a device, and that more than an address. */
    Optional<PersonsVerdict> of(EvidenceRow row) {
        return narrower(row).or(() -> of(TraceKind.ADDRESS, row.address()));
    }

    /** What was said of its session or device. */
    Optional<PersonsVerdict> narrower(EvidenceRow row) {
        return of(TraceKind.SESSION, row.session()).or(() -> of(TraceKind.DEVICE, row.device()));
    }
}
