package dev.cordon.playbooks.phishing;

import dev.cordon.tenant.Quarantine.QuarantineQuestion;
import dev.cordon.tenant.ThreatHunting.MailQuestion;
import dev.cordon.tenant.TracedMails.TraceQuestion;
import java.time.Instant;
import java.util.Optional;

/** By what mails are asked for, in the questions of each source. */
sealed interface MailMark {
    TraceQuestion ofTrace(Instant from, Instant until);

    QuarantineQuestion ofQuarantine(Instant from, Instant until);

    /** Empty where Defender's tables are not asked by it. */
    Optional<MailQuestion> ofHunting(Instant from, Instant until);

    /** All that an address sent. */
    record Sender(String address) implements MailMark {
        @Override
        public TraceQuestion ofTrace(Instant from, Instant until) {
            return TraceQuestion.sentBy(address, from, until);
        }

        @Override
        public QuarantineQuestion ofQuarantine(Instant from, Instant until) {
            return new QuarantineQuestion(
                    Optional.of(address), Optional.empty(), Optional.empty(), Optional.empty(), from, until);
        }

        @Override
        public Optional<MailQuestion> ofHunting(Instant from, Instant until) {
            return Optional.of(MailQuestion.from(address, from, until));
        }
    }

    /** One mail, by the id in its header. */
    record Message(String id) implements MailMark {
        @Override
        public TraceQuestion ofTrace(Instant from, Instant until) {
            return TraceQuestion.ofMessage(id, from, until);
        }

        @Override
        public QuarantineQuestion ofQuarantine(Instant from, Instant until) {
            return new QuarantineQuestion(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id), from, until);
        }

        @Override
        public Optional<MailQuestion> ofHunting(Instant from, Instant until) {
            return Optional.of(MailQuestion.ofMessage(id, from, until));
        }
    }

    /** All under a subject. */
    record Titled(String subject) implements MailMark {
        @Override
        public TraceQuestion ofTrace(Instant from, Instant until) {
            return new TraceQuestion(
                    Optional.empty(), Optional.empty(), Optional.of(subject), Optional.empty(), from, until);
        }

        @Override
        public QuarantineQuestion ofQuarantine(Instant from, Instant until) {
            return new QuarantineQuestion(
                    Optional.empty(), Optional.empty(), Optional.of(subject), Optional.empty(), from, until);
        }

        @Override
        public Optional<MailQuestion> ofHunting(Instant from, Instant until) {
            return Optional.empty();
        }
    }
}
