package dev.cordon.investigation.lines;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What the domain of an address says by itself. */
public final class MailDomains {
    /** Where anybody gets a mailbox in a minute. */
    private static final Set<String> FREE = Set.of("""
            gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com icloud.com me.com mac.com
            gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de mail.de posteo.de mailbox.org mail.com email.com
            zoho.com zohomail.com zohomail.eu fastmail.com fastmail.fm inbox.lv inbox.com ukr.net i.ua
            orange.fr wanadoo.fr laposte.net free.fr sfr.fr libero.it virgilio.it tiscali.it alice.it tin.it terra.es telefonica.net uol.com.br bol.com.br terra.com.br ig.com.br sapo.pt
            ziggo.nl kpnmail.nl xs4all.nl planet.nl telenet.be skynet.be bluewin.ch wp.pl o2.pl onet.pl op.pl interia.pl seznam.cz email.cz centrum.cz azet.sk freemail.hu citromail.hu abv.bg
            qq.com 163.com 126.com sina.com sina.cn sohu.com foxmail.com yeah.net naver.com daum.net hanmail.net nate.com docomo.ne.jp ezweb.ne.jp rediffmail.com walla.co.il mynet.com
            btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net bigpond.com optusnet.com.au shaw.ca rogers.com sympatico.ca
            runbox.com mailo.com hotmail.fr hotmail.de hotmail.es hotmail.it hotmail.co.uk live.fr live.nl live.co.uk live.de outlook.de outlook.fr outlook.es outlook.it outlook.com.br outlook.jp yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.co.uk yahoo.co.jp yahoo.com.br yahoo.com.mx yahoo.in yahoo.ca yahoo.com.au
            """.strip().split("\\s+"));

    /** Where nobody is asked who he is, or where mailboxes die within the hour. */
    private static final Set<String> HIDDEN = Set.of("""
            proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com tutamail.com keemail.me hushmail.com yandex.com yandex.ru ya.ru mail.ru bk.ru list.ru inbox.ru rambler.ru onionmail.org onionmail.com cock.li airmail.cc mailfence.com disroot.org riseup.net guerrillamail.com mailinator.com yopmail.com temp-mail.org 10minutemail.com sharklasers.com trashmail.com maildrop.cc simplelogin.com skiff.com startmail.com cyberfear.com firemail.cc elude.in dnmx.org morke.org tutamail.de usa.com consultant.com dr.com engineer.com accountant.com financier.com
            """.strip().split("\\s+"));

    /** Programs that take mail in to do something with it: notes, tasks, receipts, itineraries, customers, paper. */
    private static final Set<String> SERVICES = Set.of("""
            evernote.com onenote.com todoist.com todoist.net trello.com asana.com mail.asana.com monday.com clickup.com notion.so basecamp.com atlassian.net zendesk.com freshdesk.com helpscout.net helpscout.com intercom.io intercom-mail.com front.com frontapp.com servicenow.com service-now.com topdesk.net otrs.com jitbit.com
            expensify.com concur.com concursolutions.com rydoo.com pleo.io spendesk.com zoho.eu receipt-bank.com receiptbank.me dext.cc dext.com hubdoc.com autoentry.com bill.com billcom.com getmyinvoices.com datev.de uploadmail.datev.de lexoffice.de lexware.de sevdesk.com sevdesk.de candis.io circula.com moss.com getmoss.com xero.com quickbooks.com intuit.com qbdocs.com freshbooks.com sage.com freeagent.com exact.com exactonline.nl basecone.com yuki.nl visma.net visma.com fortnox.se fortnoxinvoice.se inexchange.com e-conomic.com scanning-e-conomic.com billy.dk dinero.dk tripletex.no procountor.com netvisor.fi pennylane.com qonto.com agicap.com indy.fr tiime.fr fattureincloud.it aruba.it holded.com
            tripit.com worldmate.com triplt.com kayak.com dropbox.com dropboxmail.com box.com kindle.com readwise.io instapaper.com getpocket.com feedbin.com feedly.com kill-the-newsletter.com zapier.com zapiermail.com make.com integromat.com ifttt.com n8n.cloud powerautomate.com hubspot.com salesforce.com pipedrive.com pipedrivemail.com close.com zohocrm.com dynamics.com insightly.com copper.com streak.com followupboss.com slack.com teams.ms emea.teams.ms amer.teams.ms apac.teams.ms smarsh.com mimecast.com barracuda.com globalrelay.com mailstore.com dmarcian.com dmarcanalyzer.com valimail.com agari.com postmarkapp.com knowbe4.com spamcop.net phishlabs.com cofense.com
            docusign.net hellofax.com efax.com efaxsend.com faxage.com myfax.com print.epsonconnect.com hpeprint.com printer.google.com pagerduty.com opsgenie.net victorops.com statuspage.io
            """.strip().split("\\s+"));

    private MailDomains() {}

    /** The domain of an address, in lower case; empty text where there is none. */
    static String of(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(">") ? lower.substring(0, lower.length() - 1) : lower;
        int at = bare.lastIndexOf('@');
        return at < 0 ? "" : bare.substring(at + 1).strip();
    }

    /** Whether anybody gets an address in that domain, or a domain below it, so that it is nobody's own. */
    public static boolean isAnybodys(String domain) {
        return isFree(domain) || isHidden(domain) || domain.equals("onmicrosoft.com");
    }

    static boolean isFree(String domain) {
        return FREE.contains(domain);
    }

    static boolean isHidden(String domain) {
        return HIDDEN.contains(domain);
    }

    /** Whether programs take mail in there to do something with it. */
    public static boolean isService(String domain) {
        return parents(domain).anyMatch(SERVICES::contains);
    }

    /** Whether it is one of {@code domains} or lies below one. */
    public static boolean isWithin(String domain, Set<String> domains) {
        return parents(domain).anyMatch(domains::contains);
    }

    /** Whether it is none of {@code domains} and reads like one of them, or has its name in its own. */
    static boolean imitates(String domain, Set<String> domains) {
        String own = straightened(domain);
        return !domain.isEmpty()
                && !isWithin(domain, domains)
                && domains.stream()
                        .map(each -> straightened(firstPart(each)))
                        .anyMatch(name -> name.length() > 3 && own.contains(name));
    }

    /** Whether its first part is that of one of {@code domains} but for one letter, or for letters that look the same. */
    static boolean isMisspelt(String domain, Set<String> domains) {
        String own = firstPart(domain);
        return !isWithin(domain, domains)
                && domains.stream()
                        .map(MailDomains::firstPart)
                        .filter(name -> name.length() > 4 && !name.equals(own))
                        .anyMatch(
                                name -> straightened(name).equals(straightened(own)) || Lookalikes.isSlipOf(name, own));
    }

    private static String firstPart(String domain) {
        return domain.indexOf('.') < 0 ? domain : domain.substring(0, domain.indexOf('.'));
    }

    /** A domain as a hurried reader reads it: without hyphens and doubled letters, digits and pairs of letters as the letters they look like. */
    public static String straightened(String domain) {
        return Lookalikes.straightened(domain)
                .replace("-", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('5', 's')
                .replace('3', 'e')
                .replace("rn", "m")
                .replace("vv", "w")
                .replaceAll("(.)\\1", "$1");
    }

    private static Stream<String> parents(String domain) {
        return Stream.iterate(
                domain,
                each -> !each.isEmpty(),
                each -> each.indexOf('.') < 0 ? "" : each.substring(each.indexOf('.') + 1));
    }
}
