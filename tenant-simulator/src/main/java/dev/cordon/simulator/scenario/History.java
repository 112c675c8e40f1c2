package dev.cordon.simulator.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened before the clock started: drawn noise and named entries. */
public record History(Noise noise, List<SignIn> signIns, List<Audit> audits, List<Mail> mails) {

    /** Copies the lists. */
    public History {
        signIns = List.copyOf(signIns);
        audits = List.copyOf(audits);
        mails = List.copyOf(mails);
    }

    /** The ordinary life of the organisation. */
    public record Noise(int days, int signInsPerPersonPerDay, int mailsPerPersonPerDay) {
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
        }
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
            @Nullable String service,
            @Nullable String category,
            Author by,
            Map<String, String> details) {
        /** Copies the map. */
        public Audit {
            details = Map.copyOf(details);
        }
    }

    /** One message in a mailbox. */
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
            Author by) {
        /** Copies the lists. */
        public Mail {
            to = List.copyOf(to);
            attachments = List.copyOf(attachments);
        }
    }
}
