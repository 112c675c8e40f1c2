package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.exchange.Folders.Folder;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.util.List;
import java.util.Optional;

/** Reads whether a calendar is published to the world: its name first, which is in the owner's language. */
record CalendarPublishing(ExchangeClient exchange, String mailbox) {
    Reading<Optional<String>> read() {
        Reading<List<Folder>> calendars = Folders.fetchCalendars(exchange, mailbox);
        Reading<Optional<String>> published = calendars.map(none -> Optional.empty());
        for (Folder calendar :
                calendars.value().stream().filter(Folder::isCalendar).toList()) {
            published = published.with(
                    settings(calendar),
                    (found, more) -> found.or(
                            () -> more.stream().flatMap(Optional::stream).findFirst()));
        }
        return published;
    }

    /** Ends it for every calendar; a mailbox without one has nothing to end. */
    Receipt end() {
        Reading<List<Folder>> calendars = Folders.fetchCalendars(exchange, mailbox);
        return calendars.value().stream()
                .filter(Folder::isCalendar)
                .map(this::end)
                .reduce(Receipts::joined)
                .orElseGet(() -> new Receipt(calendars.readAt(), true, calendars.answers(), List.of()));
    }

    private Receipt end(Folder calendar) {
        return exchange.change(
                "End the publishing of the calendar of " + mailbox,
                mailbox,
                Cmdlet.named("Set-MailboxCalendarFolder")
                        .with("Identity", calendar.identity(mailbox))
                        .with("PublishEnabled", false));
    }

    private Reading<List<Optional<String>>> settings(Folder calendar) {
        return exchange.read(
                "Read whether the calendar of " + mailbox + " is published",
                mailbox,
                Cmdlet.named("Get-MailboxCalendarFolder").with("Identity", calendar.identity(mailbox)),
                CalendarPublishing::address);
    }

    static Optional<String> address(JsonItem row) {
        return Rows.isTrue(row, "PublishEnabled")
                ? Optional.of(Rows.find(row, "PublishedCalendarUrl")
                        .or(() -> Rows.find(row, "PublishedICalUrl"))
                        .orElse("published, address not shown"))
                : Optional.empty();
    }
}
