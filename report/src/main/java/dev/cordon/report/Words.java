package dev.cordon.report;

import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Party;
import dev.cordon.incident.Word;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.StepProgress;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The domain's values as a reader of a report meets them. */
final class Words {
    private Words() {}

    static String type(IncidentType type) {
        return capital(type.inWords());
    }

    /** The end of a sentence that says when it was detected. */
    static String detection(DetectionSource source) {
        return switch (source) {
            case MONDAY_REVIEW -> ", through the Monday review";
            case HIGH_SEVERITY_NOTIFICATION -> ", through a high-severity notification";
            case USER_REPORT -> ", through the user's own report";
            case ALERT -> ", through an alert";
            case MANAGED_SOC -> ", through the managed SOC";
            case ATTACK_DISRUPTION -> ", through automatic attack disruption";
            case OTHER -> ", through another source";
            case NOT_SAID -> "; what raised the alarm was not recorded";
        };
    }

    static List<Inline> state(IncidentState state) {
        Tone tone = switch (state) {
            case VERIFIED, CLOSED, WATCHING -> Tone.GOOD;
            case CONTAINED, OPEN, CONTAINING -> Tone.ATTENTION;
            case REOPENED, NEEDS_OPERATOR -> Tone.BAD;
            case FALSE_POSITIVE -> Tone.NEUTRAL;
        };
        return Inline.badge(Word.of(state), tone);
    }

    static List<Inline> outcome(Optional<StepOutcome> outcome) {
        return outcome.map(ended -> Inline.badge(ended.word(), tone(ended)))
                .orElse(Inline.badge("did not end", Tone.BAD));
    }

    /** Whether it is the step that writes this very report and so cannot have ended yet. */
    static boolean isBeingWritten(StepProgress step) {
        return step.id().value().equals("report") && step.isInFlight();
    }

    static Tone tone(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Succeeded _, StepOutcome.AlreadyInPlace _ -> Tone.GOOD;
            case StepOutcome.NotApplicable _ -> Tone.NEUTRAL;
            case StepOutcome.Skipped _, StepOutcome.Waiting _, StepOutcome.Partial _ -> Tone.ATTENTION;
            case StepOutcome.Failed _, StepOutcome.Indeterminate _ -> Tone.BAD;
        };
    }

    static List<Inline> result(Optional<EffectOutcome> result) {
        return result.map(known -> switch (known) {
                    case DONE -> Inline.badge("accepted", Tone.GOOD);
                    case ALREADY -> Inline.badge("already so", Tone.GOOD);
                    case REFUSED -> Inline.badge("refused", Tone.BAD);
                    case UNKNOWN -> Inline.badge("unknown", Tone.BAD);
                })
                .orElse(Inline.badge("no answer", Tone.BAD));
    }

    static List<Inline> proof(Proof proof) {
        if (proof.pending()) {
            return Inline.badge("not yet", Tone.ATTENTION);
        }
        return Inline.badge(proof.holds() ? "holds" : "does not hold", proof.holds() ? Tone.GOOD : Tone.BAD);
    }

    static List<Inline> verdict(Verdict verdict) {
        return switch (verdict) {
            case MALICIOUS -> Inline.badge("malicious", Tone.BAD);
            case REVIEW -> Inline.badge("review", Tone.ATTENTION);
            case BENIGN -> Inline.badge("benign", Tone.NEUTRAL);
        };
    }

    static List<Inline> itemOutcome(Item item) {
        return item.outcome()
                .map(known -> switch (known) {
                    case REMOVED, DISABLED, ALREADY_GONE -> Inline.badge(Word.of(known), Tone.GOOD);
                    case KEPT -> Inline.badge("kept", Tone.NEUTRAL);
                    case FAILED, UNKNOWN -> Inline.badge(Word.of(known), Tone.BAD);
                    case STILL_THERE -> Inline.badge("still there", Tone.BAD);
                    case GIVEN_BACK ->
                        item.isPartlyGivenBack()
                                ? Inline.badge("given back in part", Tone.ATTENTION)
                                : Inline.badge("given back", Tone.NEUTRAL);
                })
                .orElse(Inline.badge("nothing yet", Tone.ATTENTION));
    }

    /** Whose something is, as the end of a sentence. */
    static String party(Party party) {
        return switch (party) {
            case ATTACKER -> "the attacker's";
            case USER -> "the user's";
            case OURS -> "ours";
            case UNKNOWN -> "unknown";
        };
    }

    /** A kind of the decision file as words: {@code inbox rule}. */
    static String kind(String kind) {
        return kind.replace('-', ' ');
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ').replace(":00Z", "") + " UTC";
    }

    /** A length of time for people: {@code 1 h 05 min}, {@code 42 s}, {@code 0.8 s}. */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 86_400) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (seconds >= 3600) {
            return duration.toHours() + " h" + rest(duration.toMinutesPart(), "min");
        }
        if (seconds >= 60) {
            return duration.toMinutes() + " min" + rest(duration.toSecondsPart(), "s");
        }
        return seconds >= 10 ? seconds + " s" : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String rest(int number, String unit) {
        return number == 0 ? "" : " %02d %s".formatted(number, unit);
    }

    /** A log by the name people know it by. */
    static String log(String source) {
        return switch (source) {
            case "signIns" -> "interactive sign-ins";
            case "nonInteractive" -> "non-interactive sign-ins";
            case "directoryAudits" -> "directory audit log";
            case "unifiedAudit" -> "unified audit log";
            case "audit-log-queries" -> "unified audit log, by Graph's queries";
            case "audit-log-search" -> "unified audit log, by Exchange's search";
            case "sign-ins-interactive" -> "interactive sign-ins";
            case "sign-ins-non-interactive" -> "non-interactive sign-ins";
            case "sign-ins-service-principal" -> "sign-ins of applications";
            case "directory-audits-target" -> "directory audit log, what was done to it";
            case "directory-audits-actor" -> "directory audit log, what it did";
            case "directory-audits-all" -> "directory audit log";
            case "message-trace-sent" -> "message trace, sent";
            case "message-trace-received" -> "message trace, received";
            case "message-trace-all" -> "message trace";
            case "risk-detections" -> "risk detections of Identity Protection";
            case "alerts" -> "alerts of Microsoft's security products";
            case "mail-samples" -> "samples of mails that the rows name";
            default -> source;
        };
    }

    /** A log of which rows are stored. */
    static String log(LogRecord.Log log) {
        return switch (log) {
            case AUDIT_LOG -> "audit log";
            case SIGN_INS -> "sign-ins";
            case MESSAGE_TRACE -> "message trace";
            case DIRECTORY_AUDIT -> "directory audit";
            case RISK_DETECTIONS -> "risk detections";
            case ALERTS -> "alerts";
        };
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
