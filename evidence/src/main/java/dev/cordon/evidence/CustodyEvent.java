package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What happened to evidence. Closed: each event is written, read, verified and shown by exhaustive switches. */
public sealed interface CustodyEvent {
    /**
     * Bytes were sealed; the entry's sequence number becomes the exhibit's number.
     *
     * @see Exhibit
     */
    record Acquired(
            String kind,
            String subject,
            String source,
            Optional<String> requestId,
            Instant acquiredAt,
            String mediaType,
            long size,
            Digest sha256,
            Digest sha512)
            implements CustodyEvent {
        public Acquired {
            requireNonNull(kind, "kind is null");
            requireNonNull(subject, "subject is null");
            requireNonNull(source, "source is null");
            requireNonNull(requestId, "requestId is null");
            requireNonNull(acquiredAt, "acquiredAt is null");
            requireNonNull(mediaType, "mediaType is null");
            requireNonNull(sha256, "sha256 is null");
            requireNonNull(sha512, "sha512 is null");
        }

        /** The event that records {@code acquisition}. */
        public static Acquired of(Acquisition acquisition) {
            return new Acquired(
                    acquisition.kind(),
                    acquisition.subject(),
                    acquisition.source(),
                    acquisition.requestId(),
                    acquisition.acquiredAt(),
                    acquisition.mediaType(),
                    acquisition.bytes().length,
                    Digest.sha256(acquisition.bytes()),
                    Digest.sha512(acquisition.bytes()));
        }

        /** The event that records bytes of that fixity. */
        public static Acquired of(Provenance provenance, Fixity fixity) {
            return new Acquired(
                    provenance.kind(),
                    provenance.subject(),
                    provenance.source(),
                    provenance.requestId(),
                    provenance.acquiredAt(),
                    provenance.mediaType(),
                    fixity.size(),
                    fixity.sha256(),
                    fixity.sha512());
        }

        Exhibit exhibit(CustodyEntry entry) {
            return new Exhibit(
                    ExhibitId.of(entry.sequence()),
                    entry.incident(),
                    kind,
                    subject,
                    source,
                    requestId,
                    acquiredAt,
                    entry.at(),
                    mediaType,
                    size,
                    sha256,
                    sha512);
        }
    }

    /**
     * Somebody read an exhibit's bytes.
     *
     * @param by who, a person's sign-in name or the program's own word for itself
     * @param why for what purpose
     */
    record Accessed(ExhibitId exhibit, String by, String why) implements CustodyEvent {
        public Accessed {
            requireNonNull(exhibit, "exhibit is null");
            requireNonNull(by, "by is null");
            requireNonNull(why, "why is null");
        }
    }

    /**
     * The incident's evidence was checked.
     *
     * @param by who asked for it
     * @param ok whether everything agreed
     * @param exhibits how many exhibits were checked
     * @param faults how many faults were found
     */
    record Verified(String by, boolean ok, long exhibits, long faults) implements CustodyEvent {
        public Verified {
            requireNonNull(by, "by is null");
        }
    }

    /**
     * A report was written, and carries these heads as anchors.
     *
     * @param report the report's path as the user knows it
     * @param files every file of it by its absolute path, with the SHA-256 of its bytes; empty where an earlier version wrote it
     * @param journal the journal's head printed in it
     * @param custody the custody log's head printed in it
     */
    record ReportWritten(String report, Map<String, Digest> files, ChainHead journal, ChainHead custody)
            implements CustodyEvent {
        public ReportWritten {
            requireNonNull(report, "report is null");
            requireNonNull(files, "files is null");
            files = Map.copyOf(files);
            requireNonNull(journal, "journal is null");
            requireNonNull(custody, "custody is null");
        }
    }

    /**
     * The incident's evidence was handed out as a bag. Recorded before the bag is in its place.
     *
     * @param audience for whom it was made
     * @param to where it was written, as the user knows it
     * @param by who asked for it
     * @param why for what purpose; empty text where nothing was said
     * @param exhibits how many exhibits' bytes are in it
     * @param withheld how many exhibits are listed in it without their bytes
     * @param tagManifest the SHA-256 of its {@code tagmanifest-sha256.txt}, by which the whole bag is known again
     */
    record Exported(
            Audience audience, String to, String by, String why, long exhibits, long withheld, Digest tagManifest)
            implements CustodyEvent {
        public Exported {
            requireNonNull(audience, "audience is null");
            requireNonNull(to, "to is null");
            requireNonNull(by, "by is null");
            requireNonNull(why, "why is null");
            requireNonNull(tagManifest, "tagManifest is null");
            if (exhibits < 0 || withheld < 0) {
                throw new IllegalArgumentException("a number of exhibits is negative");
            }
        }
    }

    /**
     * The journal ended here for now: a copy of its head, so that an end which is cut off later is missed.
     */
    record Anchored(ChainHead journal) implements CustodyEvent {
        public Anchored {
            requireNonNull(journal, "journal is null");
        }
    }

    /**
     * The incident's evidence must not be deleted from here on, whatever its retention: a legal hold.
     *
     * @param by who ordered it
     * @param recordedBy who wrote it down
     * @param why for what cause
     * @see LegalHold
     */
    record Held(String by, String recordedBy, String why) implements CustodyEvent {
        public Held {
            requireNonNull(by, "by is null");
            requireNonNull(recordedBy, "recordedBy is null");
            requireNonNull(why, "why is null");
        }
    }

    /**
     * Every legal hold on the incident's evidence has ended.
     *
     * @param by who ordered it
     * @param recordedBy who wrote it down
     * @param why for what cause
     */
    record Released(String by, String recordedBy, String why) implements CustodyEvent {
        public Released {
            requireNonNull(by, "by is null");
            requireNonNull(recordedBy, "recordedBy is null");
            requireNonNull(why, "why is null");
        }
    }

    /**
     * The incident's evidence, or an export of it, was given into somebody else's hands.
     *
     * @param to who has it now
     * @param by who gave it
     * @param why for what purpose
     * @param export where the export lay that was given, as the user knows it; empty where none was named
     * @param tagManifest the SHA-256 of that export's {@code tagmanifest-sha256.txt}; there with the export
     */
    record Transferred(String to, String by, String why, Optional<String> export, Optional<Digest> tagManifest)
            implements CustodyEvent {
        public Transferred {
            requireNonNull(to, "to is null");
            requireNonNull(by, "by is null");
            requireNonNull(why, "why is null");
            requireNonNull(export, "export is null");
            requireNonNull(tagManifest, "tagManifest is null");
            if (export.isPresent() != tagManifest.isPresent()) {
                throw new IllegalArgumentException("an export and its digest go together");
            }
        }
    }

    /**
     * The bytes of an exhibit were given up under a rule: its tombstone. Recorded before the bytes are taken away.
     *
     * @param sha256 what they were
     * @param rule the rule that let them go
     * @param by who carried it out
     * @see Tombstone
     */
    record Deleted(ExhibitId exhibit, Digest sha256, String rule, String by) implements CustodyEvent {
        public Deleted {
            requireNonNull(exhibit, "exhibit is null");
            requireNonNull(sha256, "sha256 is null");
            requireNonNull(rule, "rule is null");
            requireNonNull(by, "by is null");
        }
    }

    /**
     * Somebody else put his time under the evidence; his answer is sealed as an exhibit.
     *
     * @param exhibit his answer, byte for byte ({@code TimeStampResp})
     * @param of what he stamped
     * @param server who was asked
     * @param time the time in the stamp, by the stamp's maker
     * @param serial the stamp's number at its maker
     * @param by who had it stamped
     */
    record Timestamped(ExhibitId exhibit, Stamped of, String server, Instant time, String serial, String by)
            implements CustodyEvent {
        public Timestamped {
            requireNonNull(exhibit, "exhibit is null");
            requireNonNull(of, "of is null");
            requireNonNull(server, "server is null");
            requireNonNull(time, "time is null");
            requireNonNull(serial, "serial is null");
            requireNonNull(by, "by is null");
        }
    }

    /**
     * An exhibit was seen to be no longer what was sealed, when evidence was to be handed out. Recorded before the export that goes without it.
     *
     * @param expected what was sealed
     * @param found what was there instead
     * @param by who handed out
     */
    record Damaged(ExhibitId exhibit, String expected, String found, String by) implements CustodyEvent {
        public Damaged {
            requireNonNull(exhibit, "exhibit is null");
            requireNonNull(expected, "expected is null");
            requireNonNull(found, "found is null");
            requireNonNull(by, "by is null");
        }
    }
}
