package dev.cordon.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened before the clock started: drawn noise and volume, and named entries. */
public record History(
        Noise noise,
        Drawn drawn,
        List<SignIn> signIns,
        List<AppSignIn> appSignIns,
        List<Audit> audits,
        List<Mail> mails,
        List<MailAction> mailActions,
        List<Click> clicks,
        List<ScoreChange> scoreChanges) {

    /** Copies the lists. */
    public History {
        signIns = List.copyOf(signIns);
        appSignIns = List.copyOf(appSignIns);
        audits = List.copyOf(audits);
        mails = List.copyOf(mails);
        mailActions = List.copyOf(mailActions);
        clicks = List.copyOf(clicks);
        scoreChanges = List.copyOf(scoreChanges);
    }

    /** The ordinary life of the organisation. */
    public record Noise(int days, int signInsPerPersonPerDay, int mailsPerPersonPerDay, int clicksPerPersonPerDay) {
        /** Refuses what would take minutes to draw. */
        public Noise {
            if (days < 0 || days > 400) {
                throw new IllegalArgumentException("history.noise.days must lie between 0 and 400");
            }
            if (signInsPerPersonPerDay < 0 || signInsPerPersonPerDay > 500) {
                throw new IllegalArgumentException("history.noise.signInsPerPersonPerDay must lie between 0 and 500");
            }
            if (mailsPerPersonPerDay < 0 || mailsPerPersonPerDay > 1000) {
                throw new IllegalArgumentException("history.noise.mailsPerPersonPerDay must lie between 0 and 1000");
            }
            if (clicksPerPersonPerDay < 0 || clicksPerPersonPerDay > 100) {
                throw new IllegalArgumentException("history.noise.clicksPerPersonPerDay must lie between 0 and 100");
            }
        }
    }

    /**
     * So many rows in the logs beside everything else, spread over so many days before the start and over everybody.
     *
     * @param auditRows of the unified audit log; those of drawn sign-ins of people are among them
     * @param signIns of people and applications
     * @param traces of the message trace
     */
    public record Drawn(int days, int auditRows, int signIns, int traces) {
        /** Refuses what would not fit in a normal heap. */
        public Drawn {
            if (days < 1 || days > 180) {
                throw new IllegalArgumentException("history.drawn.days must lie between 1 and 180");
            }
            for (var count : List.of(auditRows, signIns, traces)) {
                if (count < 0 || count > 1_000_000) {
                    throw new IllegalArgumentException("each count of history.drawn must lie between 0 and 1000000");
                }
            }
        }
    }

    /** A click on a link that Safe Links had wrapped; {@code app} in Microsoft's words. */
    public record Click(String user, Instant at, String url, ClickAction action, String app) {

        /** Where a link stands in mail. */
        public static final String MAIL = "Email Client";

        /** Refuses what is no link, and an unknown place. */
        public Click {
            if (!url.startsWith("https://") && !url.startsWith("http://")) {
                throw new IllegalArgumentException("url has to begin with https:// or http://");
            }
            if (!List.of(MAIL, "Teams", "OfficeDocs").contains(app)) {
                throw new IllegalArgumentException("app is one of Email Client, Teams, OfficeDocs");
            }
        }
    }

    /** From when on a control of the Secure Score gives so many points. */
    public record ScoreChange(ScoreControl control, Instant at, int points) {
        /** Refuses more points than there are. */
        public ScoreChange {
            if (points < 0 || points > control.most()) {
                throw new IllegalArgumentException("points must lie between 0 and " + control.most());
            }
        }
    }

    /** Sign-ins of an application by itself, {@code times} at the interval {@code every}. */
    public record AppSignIn(
            String app,
            Instant at,
            @Nullable String ip,
            @Nullable String country,
            @Nullable String city,
            @Nullable String resource,
            int errorCode,
            Author by,
            Duration every,
            int times) {
        /** Refuses what makes no sense. */
        public AppSignIn {
            if (times < 1 || times > 5000) {
                throw new IllegalArgumentException("times must lie between 1 and 5000");
            }
            if (times > 1 && !every.isPositive()) {
                throw new IllegalArgumentException("times needs every, above zero");
            }
        }
    }

    /**
     * Something done in a mailbox, once or {@code times} at the interval {@code every}.
     *
     * @param user who did it; the owner of the mailbox unless the scenario says otherwise
     * @param client the client's own words, as in {@code ClientInfoString}
     * @param query what the subject or body has to hold; what was searched for
     * @param count messages at a time
     */
    public record MailAction(
            String mailbox,
            String user,
            Instant at,
            Deed deed,
            Author by,
            @Nullable String session,
            @Nullable String ip,
            @Nullable String userAgent,
            @Nullable String client,
            String folder,
            @Nullable String query,
            int count,
            Duration every,
            int times,
            String subject,
            String body,
            List<String> to) {
        /** Copies the list, and refuses what makes no sense. */
        public MailAction {
            to = List.copyOf(to);
            if (count < 1 || count > 1000) {
                throw new IllegalArgumentException("count must lie between 1 and 1000");
            }
            if (times < 1 || times > 5000) {
                throw new IllegalArgumentException("times must lie between 1 and 5000");
            }
            if (times > 1 && !every.isPositive()) {
                throw new IllegalArgumentException("times needs every, above zero");
            }
            if (deed == Deed.SEND && to.isEmpty()) {
                throw new IllegalArgumentException("send needs to");
            }
        }
    }

    /** What can be done in a mailbox. */
    public enum Deed {
        /** Single messages opened: a Bind record names each. */
        READ,
        /** A folder fetched whole: a Sync record names the folder alone. */
        SYNC,
        SEARCH,
        SEND,
        /** Moved to the deleted items. */
        DELETE,
        /** Taken out of the mailbox. */
        PURGE
    }

    /** One sign-in. {@code errorCode} 0 is a success; {@code session} ties it to a session of the attacker. */
    public record SignIn(
            String user,
            Instant at,
            @Nullable String ip,
            @Nullable String country,
            @Nullable String city,
            @Nullable String session,
            Author by,
            @Nullable String userAgent,
            @Nullable String app,
            @Nullable String resource,
            boolean interactive,
            int errorCode,
            boolean mfa,
            @Nullable String protocol,
            @Nullable String clientApp,
            @Nullable String device) {}

    /** One row of the directory audit log. {@code user} did it, or {@code app}; {@code target} is a UPN. */
    public record Audit(
            Instant at,
            String activity,
            @Nullable String user,
            @Nullable String app,
            @Nullable String target,
            @Nullable String ip,
            String result,
            String reason,
            @Nullable String service,
            @Nullable String category,
            Author by,
            Map<String, String> details) {
        /** Copies the map. */
        public Audit {
            details = Map.copyOf(details);
        }
    }

    /** One message in a mailbox; {@code reported} is when its owner told Microsoft that it is phishing. */
    public record Mail(
            String mailbox,
            String folder,
            Instant at,
            String from,
            List<String> to,
            String subject,
            String body,
            List<String> attachments,
            boolean read,
            Author by,
            @Nullable Instant reported) {
        /** Copies the lists. */
        public Mail {
            to = List.copyOf(to);
            attachments = List.copyOf(attachments);
        }
    }
}
