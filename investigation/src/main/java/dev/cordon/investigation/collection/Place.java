package dev.cordon.investigation.collection;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.AlertQuestion;
import dev.cordon.tenant.AuditLogQueries;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.DirectoryAuditQuestion;
import dev.cordon.tenant.MessageTrace;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.PageProgress;
import dev.cordon.tenant.RiskQuestion;
import dev.cordon.tenant.SignInQuestion;
import java.time.Instant;

/** A place in one of the logs, with the question that is asked of it. */
public sealed interface Place {
    /** Whether nothing was read yet. */
    boolean isAtStart();

    /** Whether everything that was asked for has been read. */
    boolean isAtEnd();

    /** From when on its question asks for rows. */
    Instant asksFrom();

    /** The beginning of the same question about another stretch of time. */
    Place anew(Instant from, Instant until);

    /** In Graph's queries of the unified audit log. */
    record AuditQueries(AuditLogQueries.Position position) implements Place {
        public AuditQueries {
            requireNonNull(position, "position is null");
        }

        @Override
        public boolean isAtStart() {
            return position.progress() instanceof AuditLogQueries.Progress.NotAsked;
        }

        @Override
        public boolean isAtEnd() {
            return position.progress() instanceof AuditLogQueries.Progress.Succeeded succeeded
                    && succeeded.pages() instanceof PageProgress.End;
        }

        @Override
        public Instant asksFrom() {
            return position.question().from();
        }

        @Override
        public Place anew(Instant from, Instant until) {
            return new AuditQueries(AuditLogQueries.Position.start(of(position.question(), from, until)));
        }
    }

    /** In Exchange's search of the unified audit log. */
    record AuditSearch(AuditLogSearch.Position position) implements Place {
        public AuditSearch {
            requireNonNull(position, "position is null");
        }

        @Override
        public boolean isAtStart() {
            return position.equals(AuditLogSearch.Position.start(position.question()));
        }

        @Override
        public boolean isAtEnd() {
            return position.left().isEmpty();
        }

        @Override
        public Instant asksFrom() {
            return position.question().from();
        }

        @Override
        public Place anew(Instant from, Instant until) {
            return new AuditSearch(AuditLogSearch.Position.start(of(position.question(), from, until)));
        }
    }

    /** In a log whose pages each name the next. */
    sealed interface Paged extends Place {
        /** Where. */
        PagePosition<?> position();

        @Override
        default boolean isAtStart() {
            return position().progress() instanceof PageProgress.Beginning;
        }

        @Override
        default boolean isAtEnd() {
            return position().progress() instanceof PageProgress.End;
        }
    }

    /** In the sign-in log. */
    record SignIns(PagePosition<SignInQuestion> position) implements Paged {
        public SignIns {
            requireNonNull(position, "position is null");
        }

        @Override
        public Instant asksFrom() {
            return position.question().from();
        }

        @Override
        public Place anew(Instant from, Instant until) {
            SignInQuestion asked = position.question();
            return new SignIns(PagePosition.start(new SignInQuestion(asked.event(), asked.whose(), from, until)));
        }
    }

    /** In the directory's audit log. */
    record DirectoryAudits(PagePosition<DirectoryAuditQuestion> position) implements Paged {
        public DirectoryAudits {
            requireNonNull(position, "position is null");
        }

        @Override
        public Instant asksFrom() {
            return position.question().from();
        }

        @Override
        public Place anew(Instant from, Instant until) {
            DirectoryAuditQuestion asked = position.question();
            return new DirectoryAudits(PagePosition.start(new DirectoryAuditQuestion(asked.whose(), from, until)));
        }
    }

    /** In the message trace. */
    record Trace(MessageTrace.Position position) implements Place {
        public Trace {
            requireNonNull(position, "position is null");
        }

        @Override
        public boolean isAtStart() {
            return position.equals(MessageTrace.Position.start(position.question()));
        }

        @Override
        public boolean isAtEnd() {
            return !position.until().isAfter(position.question().from());
        }

        @Override
        public Instant asksFrom() {
            return position.question().from();
        }

        @Override
        public Place anew(Instant from, Instant until) {
            return new Trace(MessageTrace.Position.start(
                    new MessageTrace.Question(position.question().mails(), from, until)));
        }
    }

    /** In the detections of Identity Protection. */
    record RiskDetections(PagePosition<RiskQuestion> position) implements Paged {
        public RiskDetections {
            requireNonNull(position, "position is null");
        }

        /** It asks for all that is kept. */
        @Override
        public Instant asksFrom() {
            return Instant.MIN;
        }

        @Override
        public Place anew(Instant from, Instant until) {
            return new RiskDetections(PagePosition.start(position.question()));
        }
    }

    /** In the alerts. */
    record Alerts(PagePosition<AlertQuestion> position) implements Paged {
        public Alerts {
            requireNonNull(position, "position is null");
        }

        @Override
        public Instant asksFrom() {
            return position.question().from();
        }

        @Override
        public Place anew(Instant from, Instant until) {
            return new Alerts(
                    PagePosition.start(new AlertQuestion(position.question().about(), from)));
        }
    }

    private static AuditQuestion of(AuditQuestion asked, Instant from, Instant until) {
        return new AuditQuestion(from, until, asked.users(), asked.operations(), asked.addresses());
    }
}
