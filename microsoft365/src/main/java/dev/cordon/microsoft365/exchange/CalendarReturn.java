package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.Fields;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Publishes the calendar of that id again; what it shows stayed when that was ended, and its address may be a new one. */
public record CalendarReturn(ExchangeClient exchange) implements Returnable {
    private static final String CMDLET = "Get-MailboxCalendarFolder";
    private static final String PUBLISHED = "PublishEnabled";

    @Override
    public boolean reads(String request) {
        return Sheet.isOf(request, CMDLET);
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        List<Former> formers = new ArrayList<>();
        for (Sheet sheet : Sheet.of(answers, CMDLET)) {
            String folder = Folders.idIn(sheet.parameters().textOrEmpty("Identity"));
            sheet.rows().forEach(row -> formers.add(former(folder, row)));
        }
        return formers;
    }

    private static Former former(String folder, JsonItem row) {
        Map<String, String> settable = new Fields()
                .with(PUBLISHED, Rows.isTrue(row, PUBLISHED))
                .with("DetailLevel", row.object().get("DetailLevel"))
                .with("SearchableUrlEnabled", row.object().get("SearchableUrlEnabled"))
                .with("PublishDateRangeFrom", row.object().get("PublishDateRangeFrom"))
                .with("PublishDateRangeTo", row.object().get("PublishDateRangeTo"))
                .map();
        return Former.of(
                        folder,
                        folder,
                        settable,
                        Fields.of(row, "PublishedCalendarUrl", "PublishedICalUrl")
                                .map())
                .whenRemoved(new Fields().with(PUBLISHED, false).map());
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        return exchange.change(
                "Publish a calendar of " + objectId + " again",
                objectId,
                Cmdlet.named("Set-MailboxCalendarFolder")
                        .with("Identity", Folders.identity(objectId, former.id()))
                        .with(PUBLISHED, true));
    }
}
