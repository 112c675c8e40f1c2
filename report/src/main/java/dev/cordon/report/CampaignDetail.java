package dev.cordon.report;

import dev.cordon.procedure.Item;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;

/** What was last said of how an item came to its end. */
final class CampaignDetail {
    private CampaignDetail() {}

    static String of(ReportSource source, Item item) {
        String detail = "";
        for (Recorded recorded : source.entries()) {
            if (recorded.entry() instanceof CaseEntry.ItemConcluded concluded
                    && concluded.key().equals(item.key())) {
                detail = concluded.detail();
            }
        }
        return detail;
    }
}
