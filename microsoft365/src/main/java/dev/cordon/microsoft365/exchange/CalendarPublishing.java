package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.exchange.Folders.Folder;
import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.tenant.PublishedCalendar;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads which calendars are published to the world, every calendar beside the others, and ends that for one of them.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchangepowershell/get-mailboxcalendarfolder">Get-MailboxCalendarFolder</a>
 */
record CalendarPublishing(ExchangeClient exchange, String mailbox) {
    Reading<List<PublishedCalendar>> read() {
        return new FolderByFolder(exchange, mailbox, "The publishing of the calendar")
                .read(Folder::isCalendar, this::published);
    }

    private Reading<List<PublishedCalendar>> published(Folder calendar) {
        return exchange.read(
                        "Read whether the calendar " + calendar.path() + " of " + mailbox + " is published",
                        mailbox,
                        Cmdlet.named("Get-MailboxCalendarFolder").with("Identity", calendar.identity(mailbox)),
                        row -> published(calendar, row))
                .map(rows -> rows.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<PublishedCalendar> published(Folder calendar, JsonItem row) {
        return Rows.isTrue(row, "PublishEnabled")
                ? Optional.of(new PublishedCalendar(
                        calendar.id(),
                        calendar.path(),
                        Stream.of("PublishedCalendarUrl", "PublishedICalUrl")
                                .flatMap(name -> Rows.find(row, name).stream())
                                .toList(),
                        Rows.textOrEmpty(row, "DetailLevel"),
                        Rows.isTrue(row, "SearchableUrlEnabled")))
                : Optional.empty();
    }

    Receipt end(PublishedCalendar calendar) {
        return exchange.change(
                "End the publishing of the calendar " + calendar.folder() + " of " + mailbox,
                mailbox,
                Cmdlet.named("Set-MailboxCalendarFolder")
                        .with("Identity", Folders.identity(mailbox, calendar.folderId()))
                        .with("PublishEnabled", false));
    }
}
