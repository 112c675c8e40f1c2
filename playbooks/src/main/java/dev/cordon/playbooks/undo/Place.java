package dev.cordon.playbooks.undo;

import dev.cordon.incident.Word;
import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.playbooks.persistence.PersistenceAreas;
import dev.cordon.procedure.ItemKey;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a thing is looked for, and how it is given back.
 *
 * @param exhibitKind the exhibit kind of what is read there
 * @param inWords what the place is called in a sentence
 * @param fetch reads what is there now
 * @param returnable gives things back there; empty where no call does
 * @param whyNot why no call does, and who can; empty text where one does
 */
record Place(
        String exhibitKind,
        String inWords,
        Supplier<Reading<?>> fetch,
        Optional<Returnable> returnable,
        String whyNot) {
    /** The place of the thing, in the area that took it away; empty for kinds that no area knows. */
    static Optional<Place> of(ItemKey key, Tenant tenant, UserAccount user) {
        if (key.kind().equals(GiveBack.ACCOUNT)) {
            return Optional.of(new Place(
                    "account",
                    "the account",
                    () -> tenant.directory().fetchUser(user.objectId()),
                    Optional.of(tenant.returns().account()),
                    ""));
        }
        return area(key)
                .map(area -> new Place(
                        area.exhibitKind(),
                        area.inWords(),
                        () -> area.fetch(tenant, user),
                        area.returnable(tenant),
                        area.whyNotGivenBack()));
    }

    /** Whether an answer to this question is needed to read things of that key's kind. */
    static boolean reads(ItemKey key, Tenant tenant, String request) {
        return area(key)
                .flatMap(area -> area.returnable(tenant))
                .filter(returnable -> returnable.reads(request))
                .isPresent();
    }

    private static Optional<PersistenceArea<?>> area(ItemKey key) {
        return PersistenceAreas.all().stream()
                .<PersistenceArea<?>>map(area -> area)
                .filter(area ->
                        area.kinds().stream().map(Word::of).anyMatch(key.kind()::equals) && area.holds(key.id()))
                .findFirst();
    }
}
