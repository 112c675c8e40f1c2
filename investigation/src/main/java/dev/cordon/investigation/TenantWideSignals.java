package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.tenant.MailFlow;
import dev.cordon.tenant.MailFlow.MailRoute;
import dev.cordon.tenant.Mailboxes.AutoReply;
import dev.cordon.tenant.PublishedCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What speaks for and against ways out of the mailbox or the tenant that are not rules of the mailbox: routes, calendar, auto-reply. */
final class TenantWideSignals {
    private static final String FORWARDING = "T1114.003";

    static final SignalTable<Route> MAIL_ROUTE = new SignalTable<>(
            "It neither sends mail out nor was it changed during the attack.",
            against(
                    "sends-outside",
                    40,
                    FORWARDING,
                    route -> route.outside && route.route.kind() == MailFlow.Kind.TRANSPORT_RULE,
                    route -> "It turns or copies mail out of the organisation, to "
                            + Quote.of(String.join(", ", route.route.recipients())) + "."),
            against(
                    "changed-from-attacker-address",
                    60,
                    FORWARDING,
                    route -> route.change.isFromAttackerAddress(),
                    route -> "It was made or changed from the attacker's address " + route.change.addressInWords()
                            + "."),
            against(
                    "changed-by-attacked-account",
                    20,
                    FORWARDING,
                    route -> route.change.isInWindowByAccount(),
                    route -> "The attacked account made or changed it " + route.change.sinceInWords() + "."),
            against(
                    "changed-in-suspected-attack",
                    35,
                    FORWARDING,
                    route -> route.change.isInSuspectedWindow() || route.origin.isInSuspectedWindow(),
                    route -> "It was made or changed at " + route.origin.timeInWords()
                            + ", after a sign-in that needs a second look."),
            inFavour(
                    "changed-by-somebody-else",
                    30,
                    route -> route.change.isInWindowBySomebodyElsewhere(),
                    route -> "Another account made or changed it, from an address where the attacker was not seen."),
            against(
                    "changed-in-attack",
                    25,
                    route -> route.origin.isInWindow(),
                    route -> "It was last changed at " + route.origin.timeInWords()
                            + ", after the attacker was first seen."),
            against(
                    "route-changed-in-attack",
                    15,
                    FORWARDING,
                    Route::decidesForEverybodySinceAttack,
                    route -> "It decides what becomes of everybody's mail, or from whom mail is taken."),
            against(
                    "names-attacker-address",
                    60,
                    FORWARDING,
                    Route::namesAttackerAddress,
                    route -> "It names an address that the attacker came from."),
            against(
                    "attacker-could-change-it",
                    15,
                    route -> route.origin.isInWindow() && route.privileged,
                    route -> "The attacked account holds a directory role and may have changed it."),
            against(
                    "undated-in-attacked-administrator",
                    15,
                    route -> route.outside
                            && route.origin.at().isEmpty()
                            && route.privileged
                            && route.origin.picture().certainty() == Certainty.ATTACK,
                    route -> "Nobody says when it was last changed, and the attacked account holds a directory role."),
            inFavour(
                    "older-than-attack",
                    25,
                    route -> route.origin.isBeforeWindow(),
                    route -> "It was last changed before anything suspicious was seen."),
            inFavour("switched-off", 10, route -> !route.route.enabled(), route -> "It is switched off."));

    static final SignalTable<Calendar> CALENDAR = new SignalTable<>(
            "Publishing a calendar is usual, and nothing speaks against it.",
            against(
                    "published-from-attacker-address",
                    70,
                    "T1114",
                    calendar -> calendar.origin.isFromAttackerAddress(),
                    calendar -> "It was set up from the attacker's address " + calendar.origin.addressInWords() + "."),
            against(
                    "published-in-attack",
                    40,
                    "T1114",
                    calendar -> calendar.origin.isInWindowByAccount(),
                    calendar -> "It was set up at " + calendar.origin.timeInWords()
                            + ", after the attacker was first seen."),
            against(
                    "made-while-nothing-is-known",
                    35,
                    calendar -> calendar.origin.isMadeWhileNothingIsKnown(),
                    calendar ->
                            "The sign-ins do not tell whether an attacker was in this account, and it was published "
                                    + calendar.origin.sinceInWords() + "."),
            inFavour(
                    "published-before-attack",
                    10,
                    calendar -> calendar.origin.isBeforeWindow(),
                    calendar -> "It was set up at " + calendar.origin.timeInWords()
                            + ", before anything suspicious was seen."),
            inFavour(
                    "not-published-in-attack",
                    5,
                    calendar -> calendar.origin.isNotMadeDuringAttack(),
                    calendar -> "It was not set up during the attack, as far as the audit log reaches (through "
                            + calendar.origin.reachInWords() + ")."),
            against(
                    "published-in-attacked-account",
                    40,
                    "T1114",
                    calendar -> calendar.origin.isUndatedInAttack(),
                    calendar -> "An attacker was in this account, and Exchange does not say since when the calendar is"
                            + " readable without signing in."),
            against(
                    "published-in-suspected-attack",
                    25,
                    calendar -> calendar.origin.isInSuspectedWindow(),
                    calendar -> "It was set up after a sign-in that needs a second look."),
            against(
                    "published-in-suspected-account",
                    15,
                    calendar -> calendar.origin.picture().certainty() == Certainty.SUSPECTED,
                    calendar -> "A sign-in to this account needs a second look."),
            against(
                    "undated-in-suspected-account",
                    20,
                    "T1114",
                    calendar -> calendar.origin.isUndatedInSuspectedAttack(),
                    calendar -> "Nothing says since when the calendar is readable without signing in."));

    static final SignalTable<Reply> AUTO_REPLY = new SignalTable<>(
            "It is an ordinary automatic reply.",
            against(
                    "switched-on-from-attacker-address",
                    60,
                    "T1534",
                    reply -> reply.origin.isFromAttackerAddress(),
                    reply -> "It was set up from the attacker's address " + reply.origin.addressInWords() + "."),
            against(
                    "switched-on-in-attack",
                    30,
                    "T1534",
                    reply -> reply.origin.isInWindowByAccount(),
                    reply -> "It was set up at " + reply.origin.timeInWords() + ", after the attacker was first seen."),
            against(
                    "appeared-in-response",
                    40,
                    "T1534",
                    reply -> reply.origin.isAppearedInAttack(),
                    reply -> "It was not there when the mailbox was read earlier in this response."),
            against(
                    "made-while-nothing-is-known",
                    20,
                    reply -> reply.origin.isMadeWhileNothingIsKnown(),
                    reply -> "The sign-ins do not tell whether an attacker was in this account, and it was set up "
                            + reply.origin.sinceInWords() + "."),
            against(
                    "switched-on-in-suspected-attack",
                    35,
                    reply -> reply.origin.isInSuspectedWindow(),
                    reply -> "It was set up at " + reply.origin.timeInWords()
                            + ", after a sign-in that needs a second look."),
            inFavour(
                    "switched-on-before-attack",
                    20,
                    reply -> reply.origin.isBeforeWindow(),
                    reply -> "It was set up at " + reply.origin.timeInWords()
                            + ", before anything suspicious was seen."),
            inFavour(
                    "not-switched-on-in-attack",
                    15,
                    reply -> reply.origin.isNotMadeDuringAttack(),
                    reply -> "It was not set up during the attack, as far as the audit log reaches (through "
                            + reply.origin.reachInWords() + ")."),
            against(
                    "speaks-of-payment",
                    35,
                    "T1534",
                    Reply::speaksOfPayment,
                    reply -> "The automatic reply speaks of payments or bank details."),
            against(
                    "links-outside",
                    20,
                    "T1534",
                    Reply::linksOutside,
                    reply -> "The automatic reply links to a site that is not the organisation's."),
            against(
                    "auto-reply-in-attacked-account",
                    15,
                    reply -> reply.certainty == Certainty.ATTACK && (reply.speaksOfPayment || reply.linksOutside),
                    reply -> "An attacker was in this account and could set it up."));

    private TenantWideSignals() {}

    /**
     * A route with its facts.
     *
     * @param route the route
     * @param outside whether it leads outside
     * @param privileged whether the attacked account could change it
     * @param origin when it was last changed
     * @param change who made or changed it last, and from where, as far as the unified audit log tells
     */
    record Route(MailRoute route, boolean outside, boolean privileged, Origin origin, MailboxOrigin change) {
        static Route of(MailRoute route, Organisation organisation, AttackPicture picture, FirstMet met) {
            return new Route(
                    route,
                    Addresses.anyOutside(route.recipients(), organisation),
                    organisation.privileged(),
                    new Origin(picture, route.changedAt(), Optional.empty()),
                    MailboxOrigin.find(
                            picture,
                            met,
                            event -> MailboxOperations.concernsRoutes(event, route.kind()),
                            event -> MailboxOperations.makes(event, route)));
        }

        /** A transport rule that leads outside has a signal of its own; one that does not may still delete mail, or send it to an accomplice. */
        boolean decidesForEverybodySinceAttack() {
            return origin.isInWindow() && !(outside && route.kind() == MailFlow.Kind.TRANSPORT_RULE);
        }

        boolean namesAttackerAddress() {
            return route.recipients().stream()
                    .map(recipient -> recipient.strip().split("/", 2)[0])
                    .anyMatch(origin.picture()::isAttackerAddress);
        }
    }

    /**
     * A published calendar.
     *
     * @param origin when and from where it was published
     */
    record Calendar(MailboxOrigin origin) {
        static Calendar of(PublishedCalendar calendar, AttackPicture picture, FirstMet met) {
            return new Calendar(MailboxOrigin.find(
                            picture,
                            met,
                            event -> MailboxOperations.mayPublish(event, calendar),
                            event -> MailboxOperations.publishes(event, calendar))
                    .ofReusedPlace());
        }
    }

    /**
     * An automatic reply with its facts.
     *
     * @param speaksOfPayment whether it speaks of payments
     * @param linksOutside whether it links outside
     * @param certainty whether an attacker was there
     * @param origin when and from where it was switched on
     */
    record Reply(boolean speaksOfPayment, boolean linksOutside, Certainty certainty, MailboxOrigin origin) {
        private static final Pattern LINK = Pattern.compile("https?://([^/\\s\"'<>:?#]{1,253})");

        static Reply of(AutoReply reply, Organisation organisation, AttackPicture picture, FirstMet met) {
            String text = reply.internalMessage() + " " + reply.externalMessage();
            boolean outside = LINK.matcher(text.toLowerCase(Locale.ROOT))
                    .results()
                    .anyMatch(link -> !organisation.ownsDomain(link.group(1)));
            MailboxOrigin origin = MailboxOrigin.find(
                            picture,
                            met,
                            MailboxOperations::switchesAutoReplyOn,
                            MailboxOperations::switchesAutoReplyOn)
                    .ofReusedPlace();
            return new Reply(Words.FINANCE.foundIn(text), outside, picture.certainty(), origin);
        }
    }
}
