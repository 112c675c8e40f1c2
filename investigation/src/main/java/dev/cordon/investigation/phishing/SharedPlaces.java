package dev.cordon.investigation.phishing;

import dev.cordon.investigation.lines.MailDomains;
import dev.cordon.investigation.lines.ReplyAddress;
import java.util.Set;

/** Hosts that many people have pages on, the organisation's own partners among them. */
final class SharedPlaces {
    private static final Set<String> FILES_AND_FORMS = Set.of(
            "sharepoint.com",
            "onedrive.live.com",
            "1drv.ms",
            "1drv.com",
            "forms.office.com",
            "forms.microsoft.com",
            "sway.office.com",
            "sway.cloud.microsoft",
            "dropbox.com",
            "dropboxusercontent.com",
            "box.com",
            "drive.google.com",
            "docs.google.com",
            "sites.google.com",
            "forms.gle",
            "googleusercontent.com",
            "firebasestorage.googleapis.com",
            "wetransfer.com",
            "we.tl",
            "transfernow.net",
            "mediafire.com",
            "mega.nz",
            "icloud.com",
            "docusign.net",
            "docusign.com",
            "acrobat.adobe.com",
            "documentcloud.adobe.com",
            "express.adobe.com",
            "indd.adobe.com",
            "hellosign.com",
            "pandadoc.com",
            "canva.com",
            "notion.site",
            "notion.so",
            "evernote.com",
            "padlet.com",
            "gamma.app",
            "typeform.com",
            "jotform.com",
            "surveymonkey.com",
            "github.com",
            "githubusercontent.com",
            "gitlab.com",
            "bitbucket.org",
            "slack.com",
            "trello.com",
            "zoho.com",
            "zohopublic.com",
            "hubspotpagebuilder.com",
            "mailchimp.com",
            "mailchi.mp",
            "sendgrid.net",
            "list-manage.com",
            "issuu.com",
            "scribd.com",
            "archive.org",
            "ipfs.io",
            "telegra.ph",
            "medium.com",
            "wordpress.com",
            "tumblr.com");

    private static final Set<String> EVERYBODYS = Set.of(
            "google.com",
            "youtube.com",
            "bing.com",
            "yahoo.com",
            "facebook.com",
            "instagram.com",
            "linkedin.com",
            "twitter.com",
            "x.com",
            "baidu.com",
            "doubleclick.net",
            "googleadservices.com",
            "amazon.com",
            "adobe.com",
            "microsoft.com");

    private SharedPlaces() {}

    /** Whether files and forms of anybody lie there. */
    static boolean isFileSharing(String host) {
        return MailDomains.isWithin(host, FILES_AND_FORMS);
    }

    /** Whether anybody gets a page of his own there. */
    static boolean isHosting(String host) {
        return ReplyAddress.isFreeSpace(host);
    }

    /** Whether it is a service that nearly everybody uses, by which an address may be handed on. */
    static boolean isEverybodys(String host) {
        return MailDomains.isWithin(host, EVERYBODYS);
    }

    static boolean isShared(String host) {
        return isFileSharing(host) || isHosting(host) || isEverybodys(host);
    }
}
