package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judge;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A calendar that anybody with the address can read. */
final class CalendarPublishingArea implements PersistenceArea<String> {
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
    public Reading<List<String>> fetch(Tenant tenant, UserAccount user) {
        return tenant.mailboxes()
                .fetchCalendarPublishing(user.objectId())
                .map(address -> address.stream().toList());
    }

    @Override
    public String idOf(String thing) {
        return thing;
    }

    @Override
    public Proposal judge(String thing, Judge judge) {
        return Verdicts.proposal(
                ItemKind.CALENDAR_PUBLISHING,
                List.of(idOf(thing)),
                thing,
                Set.of(thing),
                judge.calendarPublishing(thing),
                "Whoever has the address cannot read the calendar any more; published again it gets a new address.");
    }

    @Override
    public Removal<String> removal() {
        return Removal.by("end", (tenant, user, address) -> tenant.mailboxes().unpublishCalendar(user.objectId()));
    }

    @Override
    public Optional<Returnable> returnable(Tenant tenant) {
        return Optional.of(tenant.returns().calendarPublishing());
    }
}
