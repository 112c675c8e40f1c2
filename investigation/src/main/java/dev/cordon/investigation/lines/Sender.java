package dev.cordon.investigation.lines;

import dev.cordon.investigation.WordList;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom a rule has in mind, by what it says of senders: an address, a part of one, or words. */
enum Sender {
    /** A program that writes to many. */
    AUTOMATIC,
    /** Somebody who would warn. */
    WATCHMAN,
    /** A role that has to do with money or decides. */
    AUTHORITY,
    /** A person, by a name of two parts. */
    PERSON,
    /** An address of one word: a person or anything. */
    MAILBOX,
    /** All of a domain. */
    DOMAIN,
    /** Words that may be anything. */
    OTHER;

    private static final WordList PROGRAMS = WordList.of("""
            staging, test, testing, lab, sandbox, qa, siem, monitoring, newsletter, newsletters, news, noreply, no-reply, no_reply, no.reply, donotreply, do-not-reply, do_not_reply, notreply, marketing, promo, promos, promotions, offers, deals, sales, notification, notifications, notify, notifier, notice, alert, alerts, digest, update, updates, mailer, mailing, bounce, bounces, list, lists, announce, announcements, jira, confluence, github, gitlab, bitbucket, jenkins, teamcity, travis, circleci, build, builds, ci, backup, backups, veeam, cron, root, daemon, scanner, scan, scan2mail, printer, copier, mfp, kopierer, drucker, monitoring, monitor, nagios, zabbix, icinga, prtg, grafana, sentry, datadog, pagerduty, system, dmarc, dmarcreport, report, reports, reporting, event, events, webinar, webinars, community, survey, surveys, feedback, info, hello, team, support, service, services, invitations, invites, messages, messaging, messages-noreply, social, shop, store, orders, order, shipping, delivery, tracking, shipment, reservations, booking, bookings, member, membership, automated, auto, autoreply, bot, robot, quarantine, spamdigest, voicemail, fax, receipts, receipt, loyalty, rewards, subscriptions, subscribe, ticket, tickets, wiki, workflow, workday, servicenow, sharepoint, yammer, teams, planner, calendar, viva, myanalytics, cortana, antivirus, sophos, firewall, fortigate, siem, edr, phishsim, awareness, feed, feeds, rss, blog, forum, status, statuspage, erp, crm, sap, dms, lms, moodle, elearning, e-learning, training, academy, intranet, portal, timesheet, zeiterfassung, webmaster, hostmaster, web, www, server, api, dev, devops, ops, log, logs, logging, audit-log, wordpress, form, forms, contact-form, questions, subscription, abo, verteiler, mailinglist, discussion, users, announce-list, billing-noreply, invoice-noreply
            nichtantworten, nicht-antworten, keineantwort, rundbrief, infobrief, benachrichtigung, aktion, angebote, ne-pas-repondre, nepasrepondre, nepas.repondre, lettre, infolettre, actualites, noresponder, no-responder, no_responder, boletin, ofertas, noticias, non-rispondere, nonrispondere, notifiche, offerte, nieuwsbrief, geenantwoord, aanbieding, nao-responda, naoresponda, novidades, ikke-svar, ikkesvar, nyhedsbrev, nyhetsbrev, nyhetsbrev, svara-inte, ala-vastaa, uutiskirje, nie-odpowiadaj, nieodpowiadaj, powiadomienia, neodpovidat, neodpovidejte, hirlevel, ertesites, nu-raspunde, bulten, bildirim, рассылк, новост, メルマガ, 通知, 뉴스레터""");

    /** Domains of sites and programs that write to their users. */
    private static final Set<String> SITES = Set.of("""
            linkedin.com facebook.com facebookmail.com instagram.com mail.instagram.com twitter.com x.com youtube.com pinterest.com tiktok.com reddit.com redditmail.com quora.com medium.com substack.com xing.com meetup.com eventbrite.com eventbritemail.com nextdoor.com github.com gitlab.com bitbucket.org atlassian.net atlassian.com jira.com slack.com zoom.us teams.mail.microsoft email.teams.microsoft.com sharepointonline.com yammer.com viva.office.com planner.office365.com dropbox.com box.com mailchimp.com mcsv.net mailchimpapp.net sendgrid.net sendinblue.com brevo.com constantcontact.com hubspot.com hubspotemail.net campaign-monitor.com createsend.com mailgun.org amazonses.com klaviyo.com marketo.com eloqua.com pardot.com exacttarget.com amazon.com amazon.de amazon.fr amazon.co.uk ebay.com ebay.de zalando.de booking.com airbnb.com uber.com lyft.com netflix.com spotify.com paypal.com paypal.de stripe.com doordash.com deliveroo.com dhl.com dhl.de ups.com fedex.com dpd.com hermes.de postnl.nl trello.com asana.com monday.com notion.so figma.com miro.com canva.com docusign.net adobesign.com calendly.com doodle.com surveymonkey.com typeform.com zendesk.com freshdesk.com udemy.com coursera.org groupon.com indeed.com glassdoor.com stepstone.de monster.com heise.de spiegel.de zeit.de faz.net nytimes.com wsj.com economist.com ft.com theguardian.com lemonde.fr elpais.com repubblica.it
            """.strip().split("\\s+"));

    /** Programs that pay wages: who turns a salary hides what they write. */
    private static final WordList PAYING = WordList.of("""
            workday, myworkday, adp, paychex, gusto, paylocity, paycom, ukg, ultipro, kronos, bamboohr, successfactors, dayforce, ceridian, personio, paycor, rippling, trinet, quickbooks, sage, xero""");

    private static final Pattern BULK_HOST = Pattern.compile(
            "(?:e|em|email|mail|mailing|mailer|mkt|mktg|news|newsletter|nl|info|updates?|notifications?|notify|marketing|promo|campaigns?|lists?|alerts?|m|t|click|go|r)\\d?\\..+\\..+");

    private static final Pattern PERSONS_NAME = Pattern.compile("\\p{L}[\\p{L}']*[._ ]\\p{L}[\\p{L}'._ -]*\\d{0,4}");
    private static final Pattern HOST = Pattern.compile("@?[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    /** Whom {@code text} means. Any text is answered. */
    static Sender of(String text) {
        String plain = Vocabulary.plain(text);
        int at = plain.lastIndexOf('@');
        if (at > 0) {
            return ofAddress(plain.substring(0, at), MailDomains.of(plain));
        }
        if (HOST.matcher(plain).matches() && !PAYING.foundIn(plain)) {
            String host = plain.startsWith("@") ? plain.substring(1) : plain;
            return isSite(host) || BULK_HOST.matcher(host).matches() ? AUTOMATIC : DOMAIN;
        }
        return ofWords(plain);
    }

    private static Sender ofAddress(String local, String domain) {
        if (domain.endsWith("accountprotection.microsoft.com") || Vocabulary.WATCHMEN.foundIn(local)) {
            return WATCHMAN;
        }
        if (PAYING.foundIn(local) || PAYING.foundIn(domain)) {
            return AUTHORITY;
        }
        if (PROGRAMS.foundIn(local)
                || isSite(domain)
                || (BULK_HOST.matcher(domain).matches()
                        && !PERSONS_NAME.matcher(local).matches())) {
            return AUTOMATIC;
        }
        if (Vocabulary.AUTHORITY.foundIn(local)) {
            return AUTHORITY;
        }
        if (PERSONS_NAME.matcher(local).matches()) {
            return PERSON;
        }
        return local.codePoints().filter(Character::isLetter).count() >= 2 ? MAILBOX : OTHER;
    }

    private static boolean isSite(String domain) {
        return MailDomains.isWithin(domain, SITES);
    }

    private static Sender ofWords(String plain) {
        if (Vocabulary.WATCHMEN.foundIn(plain)) {
            return WATCHMAN;
        }
        if (PAYING.foundIn(plain)) {
            return AUTHORITY;
        }
        if (PROGRAMS.foundIn(plain)) {
            return AUTOMATIC;
        }
        if (Vocabulary.AUTHORITY.foundIn(plain)) {
            return AUTHORITY;
        }
        return PERSONS_NAME.matcher(plain).matches() ? PERSON : OTHER;
    }
}
