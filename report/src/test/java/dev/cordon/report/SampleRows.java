package dev.cordon.report;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.investigation.reconstruction.AccessedMessage;
import dev.cordon.investigation.reconstruction.Bound;
import dev.cordon.investigation.reconstruction.Clue;
import dev.cordon.investigation.reconstruction.DirectoryAct;
import dev.cordon.investigation.reconstruction.EvidenceRow;
import dev.cordon.investigation.reconstruction.FileAct;
import dev.cordon.investigation.reconstruction.FileBound;
import dev.cordon.investigation.reconstruction.Judged;
import dev.cordon.investigation.reconstruction.Known;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.reconstruction.MailAccess;
import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.Offer;
import dev.cordon.investigation.reconstruction.OurActs;
import dev.cordon.investigation.reconstruction.OutgoingMail;
import dev.cordon.investigation.reconstruction.PersonsVerdict;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.reconstruction.RefusedSignIns;
import dev.cordon.investigation.reconstruction.RowRef;
import dev.cordon.investigation.reconstruction.Touched;
import dev.cordon.investigation.reconstruction.TouchedFiles;
import dev.cordon.investigation.reconstruction.TracedMail;
import dev.cordon.investigation.reconstruction.UnnamedRole;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecord.Log;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stored rows tell of the sample incident; with a marker in every text that comes from the tenant. */
final class SampleRows {
    private static final Instant AT = Instant.parse("2026-03-01T22:00:00Z");
    private static final String ANNA = "anna.berg@contoso.example";
    private static final String BO = "bo.lund@contoso.example";

    private SampleRows() {}

    /** Of an incident that holds no row. */
    static Reconstructed none(IncidentId incident) {
        return new Reconstructed(
                incident,
                Reconstruction.of(Known.NOTHING, _ -> {}),
                0,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Of an incident of which only sign-ins are stored, all of them the attacker's. */
    static Reconstructed signIns(IncidentId incident) {
        String rows = "[{\"id\":\"s1\",\"createdDateTime\":\"2026-03-01T22:00:00Z\",\"userPrincipalName\":\"" + ANNA
                + "\",\"ipAddress\":\"203.0.113.9\",\"appDisplayName\":\"Outlook\",\"status\":{\"errorCode\":0}}]";
        var known = new Known(Set.of(ANNA), Set.of("203.0.113.9"), Set.of(), Set.of(), List.of());
        Reconstruction drawn = Reconstruction.of(known, visitor -> {
            try {
                LogFile.readDetailed(
                        () -> new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                        (record, detail) -> visitor.accept(new EvidenceRow(ExhibitId.of(7), record, detail)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Reconstructed(
                incident, drawn, 0, List.of(), 0, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Of an incident of which rows of the message trace are stored and no others. */
    static Reconstructed traceOnly(IncidentId incident) {
        return new Reconstructed(
                incident,
                new Reconstruction(
                        List.of(),
                        0,
                        0,
                        OurActs.NONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        2,
                        List.of(),
                        List.of(),
                        List.of(),
                        TouchedFiles.NONE,
                        List.of(),
                        0,
                        List.of(
                                new Looked(Log.AUDIT_LOG, 0, 0, Optional.empty(), Optional.empty()),
                                new Looked(Log.SIGN_INS, 0, 0, Optional.empty(), Optional.empty()),
                                new Looked(Log.MESSAGE_TRACE, 5, 0, Optional.of(AT), Optional.of(AT)),
                                new Looked(Log.DIRECTORY_AUDIT, 0, 0, Optional.empty(), Optional.empty()))),
                0,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static Reconstructed of(IncidentId incident, String marker) {
        var row = new RowRef(ExhibitId.of(7), 9, AT);
        Instant last = AT.plusSeconds(300);
        var touched = new Touched(
                Touched.Kind.ACCOUNT,
                BO + marker,
                true,
                List.of("UserLoggedIn" + marker),
                List.of(BO),
                List.of(),
                List.of("203.0.113.9"),
                1,
                AT,
                last,
                List.of(row));
        return new Reconstructed(
                incident,
                new Reconstruction(
                        List.of(address(last), hotel(last, marker)),
                        4,
                        1,
                        new OurActs(
                                true,
                                3,
                                List.of(new OurActs.Outside(
                                        Log.AUDIT_LOG,
                                        "Set-Mailbox" + marker,
                                        "198.51.100.250",
                                        2,
                                        last,
                                        List.of(BO + marker),
                                        row))),
                        List.of(access(row, last, marker)),
                        List.of(sent(row, marker), forwarded(row, marker)),
                        List.of(
                                directoryAct(Party.ATTACKER, "Update user", false, row, marker),
                                directoryAct(Party.UNKNOWN, "Reset password", true, row, marker)),
                        2,
                        List.of(
                                new UnnamedRole("Add member to role." + marker, ANNA + marker, BO + marker, true, row),
                                new UnnamedRole(
                                        "Remove member from role.",
                                        "",
                                        "",
                                        false,
                                        new RowRef(ExhibitId.of(12), 3, AT))),
                        List.of(new RefusedSignIns(
                                Log.AUDIT_LOG, "203.0.113.9", 31, List.of(ANNA + marker, BO + marker), last, row)),
                        List.of(outgoing(row, last, marker)),
                        new TouchedFiles(3, List.of(shared(row, last, marker)), bounds(row, last, marker)),
                        List.of(touched),
                        1,
                        List.of(
                                new Looked(Log.AUDIT_LOG, 12, 2, Optional.of(AT), Optional.of(last)),
                                new Looked(Log.SIGN_INS, 0, 0, Optional.empty(), Optional.empty()),
                                new Looked(Log.MESSAGE_TRACE, 5, 0, Optional.of(AT), Optional.of(last)),
                                new Looked(Log.DIRECTORY_AUDIT, 3, 0, Optional.of(AT), Optional.of(last)))),
                2,
                List.of(),
                1,
                List.of(ExhibitId.of(12)),
                List.of(ExhibitId.of(13)),
                List.of("audit-log-search " + BO + marker),
                List.of(),
                List.of(new Offer(touched, Optional.of(BO), Optional.empty(), incident)));
    }

    private static FileAct shared(RowRef row, Instant last, String marker) {
        return new FileAct(
                FileAct.Kind.SHARED,
                "contoso.sharepoint.example/Budget.xlsx" + marker,
                "drop@mail.example" + marker,
                List.of("SharingSet" + marker),
                List.of("203.0.113.9"),
                2,
                true,
                last,
                row);
    }

    private static List<FileBound> bounds(RowRef row, Instant last, String marker) {
        return List.of(
                new FileBound.WholeFolder("contoso.sharepoint.example/Payments" + marker, true, AT, last, row),
                new FileBound.OpenLink("contoso.sharepoint.example/Budget.xlsx" + marker, AT, row),
                new FileBound.AfterTheRows(last));
    }

    private static Judged address(Instant last) {
        return new Judged(
                TraceKind.ADDRESS,
                "203.0.113.9",
                Party.ATTACKER,
                Optional.empty(),
                List.of(new Clue(Party.ATTACKER, 100, "The sign-in log showed it to be the attacker's.")),
                4,
                1,
                AT,
                last,
                List.of(ANNA, BO));
    }

    private static Judged hotel(Instant last, String marker) {
        return new Judged(
                TraceKind.ADDRESS,
                "192.0.2.77",
                Party.USER,
                Optional.of(new PersonsVerdict(
                        TraceKind.ADDRESS, "192.0.2.77", Party.USER, "her hotel" + marker, "jonas", last)),
                List.of(),
                3,
                0,
                AT,
                last,
                List.of(ANNA));
    }

    private static MailAccess access(RowRef row, Instant last, String marker) {
        return new MailAccess(
                ANNA,
                List.of(new AccessedMessage(
                        "<invoice@vendor.example>" + marker,
                        "Invoice" + marker,
                        List.of("\\Inbox"),
                        AT,
                        AT,
                        2,
                        1,
                        row)),
                2,
                2,
                1,
                List.of(
                        new Bound.WholeFolder("\\Sent Items" + marker, 1, AT, last, row),
                        new Bound.SentOn("drop@mail.example" + marker, AT, row),
                        new Bound.AfterTheRows(last)));
    }

    private static DirectoryAct directoryAct(Party party, String operation, boolean failed, RowRef row, String marker) {
        return new DirectoryAct(
                party,
                operation + marker,
                ANNA + marker,
                List.of(BO + marker),
                failed ? "denied" + marker : "success",
                failed,
                party == Party.ATTACKER ? "203.0.113.9" : "",
                row);
    }

    private static OutgoingMail outgoing(RowRef row, Instant last, String marker) {
        return new OutgoingMail(
                ANNA,
                List.of(ANNA, "a.berg@contoso.example"),
                AT,
                last.plusSeconds(3600),
                List.of(
                        traced(
                                TracedMail.Kind.SENT,
                                TracedMail.Hand.ATTACKER,
                                "payments@customer.example",
                                row,
                                marker),
                        traced(
                                TracedMail.Kind.SENT,
                                TracedMail.Hand.NOT_SHOWN,
                                "someone@customer.example",
                                row,
                                marker),
                        traced(TracedMail.Kind.FORWARDED, TracedMail.Hand.ATTACKER, "drop@mail.example", row, marker)),
                2);
    }

    private static TracedMail traced(TracedMail.Kind kind, TracedMail.Hand hand, String to, RowRef row, String marker) {
        return new TracedMail(
                kind,
                hand,
                "<traced@contoso.example>" + marker,
                "Overdue" + marker,
                List.of(to + marker),
                List.of("Delivered" + marker),
                row);
    }

    private static MailAct sent(RowRef row, String marker) {
        return new MailAct(
                MailAct.Kind.SENT,
                ANNA,
                "Send",
                "<bank@contoso.example>",
                "New bank details" + marker,
                "",
                "",
                false,
                "203.0.113.9",
                row);
    }

    private static MailAct forwarded(RowRef row, String marker) {
        return new MailAct(
                MailAct.Kind.FORWARDED,
                "",
                "New-TransportRule",
                "",
                "",
                "",
                "drop@mail.example" + marker,
                false,
                "203.0.113.9",
                row);
    }
}
