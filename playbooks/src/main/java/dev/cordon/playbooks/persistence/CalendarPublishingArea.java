package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.PublishedCalendar;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calendars that anybody with the address can read, each a thing of its own. */
final class CalendarPublishingArea implements PersistenceArea<PublishedCalendar> {
    @Override
    public Set<ItemKind> kinds() {
        return Set.of(ItemKind.CALENDAR_PUBLISHING);
    }

    @Override
    public String exhibitKind() {
        return "calendar-publishing";
    }

    @Override
    public String inWords() {
        return "calendar publishing";
    }

    @Override
    public boolean isInMailbox() {
        return true;
    }

    @Override
    public Reading<List<PublishedCalendar>> fetch(Tenant tenant, UserAccount user) {
        return tenant.mailboxes().fetchPublishedCalendars(user.objectId());
    }

    @Override
    public String idOf(PublishedCalendar thing) {
        return thing.folderId();
    }

    /** A new address is no change: whoever may ask for one could read the old one, and giving a calendar back can make one. */
    @Override
    public boolean isPlace() {
        return true;
    }

    @Override
    public List<String> substance(PublishedCalendar thing) {
        return List.of(thing.detailLevel(), String.valueOf(thing.searchable()));
    }

    /** The list of folders names it as well. */
    @Override
    public List<String> marks(PublishedCalendar thing) {
        return List.of("Get-MailboxCalendarFolder", thing.folderId());
    }

    @Override
    public Proposal judge(PublishedCalendar thing, Judge judge) {
        return Verdicts.proposal(
                ItemKind.CALENDAR_PUBLISHING,
                List.of(idOf(thing)),
                thing.name(),
                Set.copyOf(thing.addresses()),
                judge.calendarPublishing(thing),
                "Whoever has the address cannot read the calendar any more; published again it gets a new address.");
    }

    @Override
    public List<String> changes(UserAccount user, PublishedCalendar calendar) {
        return List.of("Set-MailboxCalendarFolder -Identity "
                + Spelled.quoted(user.objectId() + ":" + calendar.folderId()) + " -PublishEnabled $false");
    }

    @Override
    public Removal<PublishedCalendar> removal() {
        return Removal.by(
                "end", (tenant, user, calendar) -> tenant.mailboxes().unpublishCalendar(user.objectId(), calendar));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().calendarPublishing());
    }
}
