package dev.cordon.simulator.fraud;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Letter;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.FraudCampaign;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The parts of {@code GET /truth} that are about frauds by mail. */
public final class FraudTruth {

    private static final List<String> KNOWLEDGE =
            List.of("mailReadInternetMessageIds", "foldersSynchronised", "mailForwarded", "searches");

    private final TenantState state;
    private final List<FraudMail> mails;

    /** The truth as it stands now. */
    public FraudTruth(TenantState state) {
        this.state = state;
        this.mails = new FraudMails(state).all();
    }

    /**
     * Of one account: the mails he sent from it, what they ask for, and what he knows.
     *
     * @param harm the same account's {@code harm}
     */
    public JsonObject account(String userId, JsonObject harm) {
        var his = mails.stream().filter(mail -> userId.equals(mail.mailbox())).toList();
        var knows = new JsonObject();
        KNOWLEDGE.forEach(name -> knows.add(name, harm.get(name)));
        knows.add("conversations", Json.array(conversations(harm)));
        return Json.object(
                "mails", his.stream().map(FraudMail::json).toList(),
                "paymentRequests",
                        his.stream().flatMap(mail -> mail.requests().stream()).toList(),
                "knows", knows);
    }

    /** The scenario's names of conversations of which he has a letter. */
    private Set<String> conversations(JsonObject harm) {
        var names = new TreeSet<String>();
        var ids = Stream.concat(
                list(harm, "mailReadInternetMessageIds").map(JsonElement::getAsString),
                list(harm, "mailForwarded")
                        .map(row ->
                                row.getAsJsonObject().get("internetMessageId").getAsString()));
        ids.forEach(id -> state.table(Letter.TABLE).find(id).ifPresent(letter -> {
            var conversation = letter.conversation();
            if (conversation != null) {
                names.add(conversation);
            }
        }));
        return names;
    }

    private static Stream<JsonElement> list(JsonObject harm, String name) {
        return harm.get(name) instanceof JsonArray list ? list.asList().stream() : Stream.empty();
    }

    /** Every campaign of the scenario, by its name. */
    public JsonObject campaigns() {
        var all = new JsonObject();
        var touched = touched();
        state.scenario().fraud().campaigns().forEach(campaign -> all.add(campaign.id(), json(campaign, touched)));
        return all;
    }

    private JsonObject json(FraudCampaign campaign, Set<String> touched) {
        var its = mails.stream().filter(mail -> mail.isOf(campaign)).toList();
        return Json.object(
                "kind",
                campaign.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "account",
                campaign.account(),
                "accountsTouched",
                touched,
                "impersonates",
                campaign.impersonates(),
                "lookAlikes",
                campaign.lookAlikes().stream()
                        .map(one -> Json.object(
                                "domain", one.domain(),
                                "imitates", one.imitates(),
                                "registered", one.registered()))
                        .toList(),
                "bankAccounts",
                campaign.bankAccounts().stream().map(FraudMail::json).toList(),
                "mails",
                its.stream().map(FraudMail::json).toList(),
                "inside",
                recipients(its.stream().flatMap(mail -> mail.inside().stream())),
                "outside",
                recipients(its.stream().flatMap(mail -> mail.outside().stream())),
                "paymentRequests",
                its.stream().flatMap(mail -> mail.requests().stream()).toList(),
                "payments",
                campaign.payments().stream()
                        .map(paid -> Json.object(
                                "at", Json.exactTime(paid.at()),
                                "amount", paid.amount(),
                                "currency", paid.currency(),
                                "account", paid.account(),
                                "payer", paid.payer(),
                                "reference", paid.reference()))
                        .toList());
    }

    private static Set<String> recipients(Stream<String> addresses) {
        var all = new LinkedHashSet<String>();
        addresses.map(address -> address.toLowerCase(Locale.ROOT)).forEach(all::add);
        return all;
    }

    /** UPNs of the accounts in which the attacker has been, has something, or which he can open. */
    private Set<String> touched() {
        var upns = new TreeSet<String>();
        state.events().stream()
                .filter(event -> event.actor().caller() == Caller.ATTACKER)
                .flatMap(event ->
                        Stream.of(event.ownerId(), String.valueOf(event.actor().userId())))
                .distinct()
                .forEach(id -> add(id, upns));
        state.table(Origin.TABLE).all().stream()
                .filter(origin -> origin.by() == Author.ATTACKER)
                .forEach(origin -> add(String.valueOf(origin.ownerId()), upns));
        var attacker = state.scenario().attacker();
        attacker.sessions().forEach(session -> upns.add(session.user().toLowerCase(Locale.ROOT)));
        attacker.knows().forEach(known -> upns.add(known.user().toLowerCase(Locale.ROOT)));
        state.scenario().history().signIns().stream()
                .filter(signIn -> signIn.by() == Author.ATTACKER && signIn.errorCode() == 0)
                .forEach(signIn -> upns.add(signIn.user().toLowerCase(Locale.ROOT)));
        return upns;
    }

    private void add(String userId, Set<String> upns) {
        state.table(User.TABLE)
                .find(userId)
                .ifPresent(user -> upns.add(user.userPrincipalName().toLowerCase(Locale.ROOT)));
    }
}
