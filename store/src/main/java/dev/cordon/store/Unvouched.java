package dev.cordon.store;

import dev.cordon.evidence.verification.Remark;
import java.util.ArrayList;
import java.util.List;

/** What a store keeps and no entry, exhibit or report says again: whoever may write there can change it unseen. Stateless. */
final class Unvouched {
    private Unvouched() {}

    /**
     * All of it.
     *
     * @param shared whether the database is on a server
     */
    static List<Remark> inStore(boolean shared) {
        List<Remark> unvouched = new ArrayList<>();
        add(
                unvouched,
                TenantsCheck.TABLE,
                "where each connection document lies; that each tenant of an incident is there is verified");
        add(unvouched, "break_glass_accounts", "which accounts are listed, of which a second yes is asked for");
        add(unvouched, "retention", "how long the evidence of closed incidents is kept");
        add(
                unvouched,
                CollectionsCheck.TABLE,
                "the place from which a collection goes on; its times, its end and its counts are verified");
        add(
                unvouched,
                CollectionsCheck.ROWS_TABLE,
                "which ids were given, but of alerts; how many is verified, and the rows themselves are by their exhibits");
        add(
                unvouched,
                RechecksCheck.TABLE,
                "who works on what right now, and re-checks of a run that has not ended contained; all others are verified");
        add(unvouched, "reports/*/draft-*.txt", "drafts, which people change; what Cordon wrote stands in the journal");
        add(unvouched, "cordon.log", "what the program did, for whoever mends it");
        if (shared) {
            add(
                    unvouched,
                    "the server's own programs",
                    "functions that the server brings along, event triggers and replication; what Cordon made there is verified");
        }
        return unvouched;
    }

    private static void add(List<Remark> unvouched, String path, String what) {
        unvouched.add(new Remark(path, what));
    }
}
