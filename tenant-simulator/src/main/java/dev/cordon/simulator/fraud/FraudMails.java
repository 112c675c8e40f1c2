package dev.cordon.simulator.fraud;

import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Letter;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.mailbox.SentCopies;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.FraudCampaign;
import dev.cordon.simulator.scenario.FraudCampaign.BankAccount;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mails of frauds as they happened, before the start and since: all that the attacker sent from mailboxes of ours, and
 * those from outside that a campaign of the scenario claims.
 */
final class FraudMails {

    private final TenantState state;
    private final Mailboxes mailboxes;
    private final List<FraudCampaign> campaigns;

    FraudMails(TenantState state) {
        this.state = state;
        this.mailboxes = new Mailboxes(state);
        this.campaigns = state.scenario().fraud().campaigns();
    }

    /** All of them, oldest first. */
    List<FraudMail> all() {
        var mails = new ArrayList<FraudMail>();
        state.events().stream()
                .filter(event ->
                        event.activity() == Activity.SEND_MAIL && event.actor().caller() == Caller.ATTACKER)
                .flatMap(event -> sent(event).stream())
                .forEach(mails::add);
        mails.addAll(received());
        mails.sort(Comparator.comparing(mail -> mail.message().at()));
        return mails;
    }

    private Optional<FraudMail> sent(TenantEvent event) {
        var owner = Json.text(event.after(), "mailbox").orElse(event.ownerId());
        var message = Json.text(event.after(), "id").flatMap(state.table(Message.TABLE)::find);
        var mailbox = state.table(Mailbox.TABLE).find(owner);
        return message.isEmpty() || mailbox.isEmpty()
                ? Optional.empty()
                : Optional.of(mail(message.get(), owner, new SentCopies(state).fate(message.get(), mailbox.get())));
    }

    private List<FraudMail> received() {
        var byId = new LinkedHashMap<String, FraudMail>();
        for (var message : state.table(Message.TABLE).all()) {
            var isFromOutside = message.by() == Author.ATTACKER
                    && Letter.of(state, message)
                            .filter(letter -> letter.sentFrom().isEmpty())
                            .isPresent();
            if (isFromOutside) {
                var mail = mail(message, null, null);
                if (mail.campaign() != null) {
                    byId.putIfAbsent(message.internetMessageId(), mail);
                }
            }
        }
        return List.copyOf(byId.values());
    }

    private FraudMail mail(Message message, @Nullable String owner, @Nullable String sentCopy) {
        var letter = Letter.of(state, message);
        var text = Letter.text(state, message);
        var campaign = campaign(letter, text, owner);
        var inside = new ArrayList<String>();
        var outside = new ArrayList<String>();
        message.to().forEach(address -> (isOurs(address) ? inside : outside).add(address));
        return new FraudMail(message, letter, owner, sentCopy, campaign.orElse(null), inside, outside, asks(text));
    }

    private boolean isOurs(String address) {
        return mailboxes.find(address).isPresent();
    }

    private List<BankAccount> asks(String text) {
        return campaigns.stream()
                .flatMap(campaign -> campaign.bankAccounts().stream())
                .filter(account -> account.isIn(text))
                .toList();
    }

    /** The one it names, else the one whose account it asks to pay, else the only one that has this mailbox. */
    private Optional<FraudCampaign> campaign(Optional<Letter> letter, String text, @Nullable String owner) {
        return letter.flatMap(found -> Optional.ofNullable(found.fraud()))
                .flatMap(state.scenario().fraud()::campaign)
                .or(() -> campaigns.stream()
                        .filter(campaign -> campaign.bankAccounts().stream().anyMatch(account -> account.isIn(text)))
                        .findFirst())
                .or(() -> ofMailbox(owner));
    }

    private Optional<FraudCampaign> ofMailbox(@Nullable String owner) {
        var upn = Optional.ofNullable(owner)
                .flatMap(state.table(User.TABLE)::find)
                .map(User::userPrincipalName)
                .orElse("");
        var its = campaigns.stream()
                .filter(campaign -> upn.equalsIgnoreCase(campaign.account()))
                .toList();
        return its.size() == 1 ? Optional.of(its.getFirst()) : Optional.empty();
    }
}
