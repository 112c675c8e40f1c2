package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.Audience;
import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.EvidenceDamagedException;
import dev.cordon.evidence.Stamped;
import dev.cordon.evidence.attestation.StampAnswer;
import dev.cordon.evidence.bag.BagLabel;
import dev.cordon.evidence.bag.BagRecords;
import dev.cordon.evidence.bag.BagSeals;
import dev.cordon.evidence.bag.BagWriter;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.procedure.Actor;
import dev.cordon.response.RequestRefusedException.Reason;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hands an incident's evidence out as a bag. That it was handed out stands in the custody log before the bag is in its place, so no bag lies
 * anywhere of which no entry knows.
 */
public final class ExportEvidence {
    private final Workspace workspace;

    public ExportEvidence(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What is asked for.
     *
     * @param out where the bag is to be; in the folder {@code exports} of the data folder where nothing was said
     * @param zip whether it is to be a zip file
     * @param why for what purpose; empty text where nothing was said
     * @param seals who is to vouch for it
     */
    public record Request(Optional<Path> out, boolean zip, Audience audience, String why, BagSeals seals) {
        public Request {
            requireNonNull(seals, "seals is null");
            requireNonNull(out, "out is null");
            requireNonNull(audience, "audience is null");
            requireNonNull(why, "why is null");
        }
    }

    /**
     * What was handed out.
     *
     * @param path where it lies, absolute
     * @param digestFile the file with the zip's digest beside it; empty for a folder
     * @param bag what is in it
     * @param custodyEntry the number of the entry that records it
     * @param stampEntry the number of the entry that tells of its time stamp; empty where there is none
     */
    public record Exported(
            Path path, Optional<Path> digestFile, BagWriter.Written bag, long custodyEntry, Optional<Long> stampEntry) {
        public Exported {
            requireNonNull(path, "path is null");
            requireNonNull(digestFile, "digestFile is null");
            requireNonNull(bag, "bag is null");
            requireNonNull(stampEntry, "stampEntry is null");
        }
    }

    /**
     * Writes it. An exhibit that is not what was sealed is recorded, named in the bag and left out of it.
     *
     * @throws RequestRefusedException when there is no such incident, or something is in the way already; nothing was written
     * @throws dev.cordon.evidence.attestation.SigningKeyException when it cannot be signed; nothing was handed out
     * @throws java.io.UncheckedIOException when it cannot be written; nothing of it is left
     */
    public Exported export(String id, Request request, Actor by) {
        Incident incident = new Incidents(workspace).find(id).incident();
        request.seals()
                .signer()
                .ifPresent(signer -> signer.requireValid(workspace.wallTime().instant()));
        Path target = target(incident, request);
        Records records = new Records(incident.id(), request, target, by);
        BagWriter.Written written = new BagWriter(workspace.vault(), workspace.chains())
                .write(
                        target,
                        request.zip(),
                        Long.toHexString(workspace.random().nextLong()),
                        label(incident, request, by),
                        request.seals(),
                        records);
        return new Exported(
                target,
                request.zip() ? Optional.of(digestFile(target)) : Optional.empty(),
                written,
                records.entries.getFirst().sequence(),
                records.entries.stream().skip(1).map(CustodyEntry::sequence).findFirst());
    }

    /** Writes into the custody log what happens to the bag: first that it is handed out, then the stamp over it. */
    private final class Records implements BagRecords {
        private final IncidentId incident;
        private final Request request;
        private final Path target;
        private final Actor by;
        private final List<CustodyEntry> entries = new ArrayList<>();

        Records(IncidentId incident, Request request, Path target, Actor by) {
            this.incident = incident;
            this.request = request;
            this.target = target;
            this.by = by;
        }

        @Override
        public void damaged(EvidenceDamagedException damage) {
            workspace
                    .custody()
                    .append(
                            incident,
                            new CustodyEvent.Damaged(damage.exhibit(), damage.expected(), damage.actual(), by.name()));
        }

        @Override
        public void whole(BagWriter.Written bag) {
            entries.add(workspace
                    .custody()
                    .append(
                            incident,
                            new CustodyEvent.Exported(
                                    request.audience(),
                                    target.toString(),
                                    by.name(),
                                    request.why(),
                                    bag.exhibits(),
                                    bag.withheld(),
                                    bag.tagManifest())));
            if (bag.stamp().orElse(null) instanceof StampAnswer.Taken taken) {
                entries.add(StampEvidence.keep(workspace, incident, new Stamped.Export(bag.tagManifest()), taken, by));
            }
        }
    }

    private Path target(Incident incident, Request request) {
        String name = incident.id() + "-" + request.audience().name().toLowerCase(Locale.ROOT)
                + (request.zip() ? ".zip" : "");
        Path target = request.out()
                .orElseGet(() -> workspace.reports().resolveSibling("exports").resolve(name))
                .toAbsolutePath()
                .normalize();
        if (target.getFileName() == null) {
            throw taken(target);
        }
        List<Path> needed = request.zip() ? List.of(target, digestFile(target)) : List.of(target);
        needed.stream()
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .ifPresent(path -> {
                    throw taken(path);
                });
        return target;
    }

    private static Path digestFile(Path zip) {
        return zip.resolveSibling(zip.getFileName() + ".sha256");
    }

    private static RequestRefusedException taken(Path path) {
        return new RequestRefusedException(
                Reason.NOT_POSSIBLE_NOW,
                "The export was not written: there is something at " + path
                        + " already, and evidence is never overwritten.",
                "Name another place with --out, or move away what lies there.");
    }

    private BagLabel label(Incident incident, Request request, Actor by) {
        return new BagLabel(
                incident.id(),
                incident.tenant(),
                about(incident),
                request.audience(),
                by.name(),
                request.why(),
                workspace.wallTime().instant(),
                "Cordon " + Version.current());
    }

    /** What happened, as a stranger reads it. */
    private static String about(Incident incident) {
        String account = incident.account().userPrincipalName().isEmpty()
                ? "an account that is not known"
                : incident.account().userPrincipalName();
        String what = switch (incident.type()) {
            case COMPROMISED_ACCOUNT -> "The account " + account + " was believed to be in the hands of somebody else";
            case PHISHING_CLICK -> "A link of a phishing mail was believed to be clicked by " + account;
            case BEC -> "The mailbox of " + account + " was believed to be used for fraud by mail";
            case IMPORTED_EVIDENCE -> "Evidence about " + account + " was brought by hand";
        };
        return what
                + (incident.type() == IncidentType.IMPORTED_EVIDENCE ? "; the first at " : "; detected at ")
                + incident.detectedAt().truncatedTo(ChronoUnit.SECONDS)
                + (incident.drill() ? ". It was an exercise" : "");
    }
}
