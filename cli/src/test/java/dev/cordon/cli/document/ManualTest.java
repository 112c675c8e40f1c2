package dev.cordon.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.evidence.Audience;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.LegalHold;
import dev.cordon.evidence.Retention;
import dev.cordon.evidence.RetentionSetting;
import dev.cordon.evidence.Stamped;
import dev.cordon.evidence.VaultEncryption;
import dev.cordon.evidence.attestation.StampAnswer;
import dev.cordon.evidence.attestation.TimeStamp;
import dev.cordon.evidence.bag.BagVerification;
import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.evidence.verification.Attestation;
import dev.cordon.evidence.verification.Fault;
import dev.cordon.evidence.verification.Remark;
import dev.cordon.evidence.verification.Verification;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.investigation.collection.CollectedLog;
import dev.cordon.investigation.collection.CollectedPart;
import dev.cordon.investigation.collection.CollectionSource;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.lines.LineFile;
import dev.cordon.investigation.lines.LineKind;
import dev.cordon.investigation.reconstruction.AccessedMessage;
import dev.cordon.investigation.reconstruction.Bound;
import dev.cordon.investigation.reconstruction.Clue;
import dev.cordon.investigation.reconstruction.DirectoryAct;
import dev.cordon.investigation.reconstruction.FileAct;
import dev.cordon.investigation.reconstruction.FileBound;
import dev.cordon.investigation.reconstruction.Judged;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.reconstruction.MailAccess;
import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.Offer;
import dev.cordon.investigation.reconstruction.OurActs;
import dev.cordon.investigation.reconstruction.OutgoingMail;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.reconstruction.RefusedSignIns;
import dev.cordon.investigation.reconstruction.RowRef;
import dev.cordon.investigation.reconstruction.Touched;
import dev.cordon.investigation.reconstruction.TouchedFiles;
import dev.cordon.investigation.reconstruction.TracedMail;
import dev.cordon.investigation.reconstruction.UnnamedRole;
import dev.cordon.investigation.records.LogFile;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.UnreadableRow;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.report.IncidentTimeline;
import dev.cordon.response.AwaitedQuery;
import dev.cordon.response.ExpireEvidence.Expiry;
import dev.cordon.response.ExpireEvidence.Fate;
import dev.cordon.response.ImportEvidence;
import dev.cordon.response.LinkIncidents;
import dev.cordon.response.StampEvidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each example in docs/manual/json.md is what the class beside it writes, to the letter. */
class ManualTest {
    private static final Digest TAG_MANIFEST =
            new Digest("4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce");

    private static final Pattern EXAMPLE =
            Pattern.compile("^## `([^`]+)`.*?^```json\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TestFactory
    List<DynamicTest> every_example_of_the_manual_is_what_is_written() throws IOException {
        Map<String, String> written = new TreeMap<>();
        documents().forEach((name, document) -> written.put(name, JsonText.of(document)));
        Map<String, String> documented = new TreeMap<>();
        EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "manual", "json.md")))
                .results()
                .forEach(found -> documented.put(found.group(1), found.group(2)));
        assertThat(documented.keySet()).isEqualTo(written.keySet());
        return written.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(documented.get(name)).isEqualTo(written.get(name))))
                .toList();
    }

    private static Map<String, JsonObject> documents() {
        String breakGlass = "0b8f4d6e-0000-4000-8000-0000000000b1";
        var known = new KnownTenant("contoso", Path.of("/home/admin/contoso.json"), List.of(breakGlass));
        Map<String, JsonObject> documents = new TreeMap<>(Map.of(
                "respond, demo, incident show", IncidentDocument.of(Cases.verified()),
                "respond --plan", plan(),
                "incident list", IncidentListDocument.of(List.of(Cases.state())),
                "incident timeline", timeline(),
                "evidence list", ExhibitsDocument.of(List.of(Cases.exhibit()), Map.of()),
                "evidence verify", VerificationDocument.of(verification()),
                "tenant add", TenantsDocument.of(known),
                "tenant list", TenantsDocument.of(List.of(known)),
                "tenant check",
                        TenantsDocument.checked(new TenantCheck(
                                "contoso",
                                "0b8f4d6e-0000-4000-8000-000000000002",
                                "Contoso",
                                "admin@contoso.example",
                                List.of("User.Read.All", "User.RevokeSessions.All"),
                                List.of("Which directory roles we hold could not be seen: the token names none."),
                                List.of(new TenantCheck.BreakGlass(
                                        breakGlass,
                                        Optional.of("break.glass@contoso.example"),
                                        TenantCheck.Standing.ENABLED)),
                                Cases.OPENED)),
                "watch",
                        RechecksDocument.of(
                                List.of(
                                        RechecksDocument.row(
                                                Cases.ID.value(),
                                                "anna.berg@contoso.example",
                                                "+1h",
                                                true,
                                                Optional.of(true),
                                                Optional.of(IncidentState.WATCHING),
                                                "everything was as it should be.",
                                                List.of()),
                                        awaiting()),
                                Map.of("fabrikam", "No answer came within 20 s."))));
        documents.put("respond phishing-click", phishingClick());
        documents.put("judge", judge());
        documents.put("judge --organisation", judgeInLightOfFacts());
        documents.put(
                "evidence encrypt",
                EncryptionDocument.of(new VaultEncryption.Encrypted(
                        20, 1, 0, List.of("vault/9f86d081: its bytes are not what its name says."))));
        documents.put("evidence decrypt", EncryptionDocument.of(new VaultEncryption.Decrypted(20, 1, true, List.of())));
        documents.put("undo", undo());
        documents.put("incident collect", collections());
        documents.put("incident attack", attack());
        documents.put(
                "incident attribute",
                AttributedDocument.of(
                        Cases.ID,
                        new CaseEntry.Attributed(TraceKind.ADDRESS, "203.0.113.9", Party.USER, "her hotel, she says")));
        documents.put(
                "incident link",
                LinkedDocument.of(new LinkIncidents.Linked(
                        Cases.ID, new IncidentId("INC-20260302-P3DX"), "the same sender wrote to both", false)));
        documents.put(
                "evidence import",
                ImportDocument.of(new ImportEvidence.Imported(
                        Cases.ID,
                        ExhibitId.of(12),
                        LogFile.Kind.AUDIT_LOG,
                        4,
                        2,
                        1,
                        1,
                        List.of(4L),
                        List.of(new UnreadableRow(3, "Its AuditData is empty.")),
                        false,
                        List.of(),
                        List.of(new ImportEvidence.Already(Cases.ID, ExhibitId.of(11), Cases.OPENED)))));
        documents.put("evidence export", export());
        documents.put("review", ReviewDocument.of(Reviews.ofTenant()));
        documents.put("review --log", ReviewDocument.of(Reviews.log()));
        documents.put("review --dismiss", ReviewDocument.dismissed(Reviews.told(), "the vendor's contract"));
        documents.put("review --open", ReviewDocument.opened(Cases.state().incident()));
        documents.put("review --from", ReviewDocument.of(Reviews.made(), Optional.empty()));
        custody(documents);
        documents.put("evidence verify PATH", VerificationDocument.of(verifiedExport()));
        return documents;
    }

    private static JsonObject awaiting() {
        String anna = "anna.berg@contoso.example";
        var query = new AwaitedQuery(
                new CollectionSource(CollectedLog.AUDIT_LOG_QUERIES, anna),
                Cases.OPENED,
                Cases.OPENED.plusSeconds(900),
                true);
        return RechecksDocument.row(
                Cases.ID.value(),
                anna,
                "collect-logs-1",
                true,
                Optional.empty(),
                Optional.of(IncidentState.WATCHING),
                query.inWords(),
                List.of(query));
    }

    private static JsonObject phishingClick() {
        var document = new JsonObject();
        CampaignDocument.addTo(document, Cases.campaign());
        return document;
    }

    private static JsonObject judge() {
        String rule = """
                {"displayName":".","isEnabled":true,"tenantDomains":["contoso.example"],"folders":{"AAMk1":"RSS Feeds"},\
                "conditions":{"subjectContains":["invoice"]},"actions":{"moveToFolder":"AAMk1","markAsRead":true}}
                {"displayName":"Cut off","conditions":
                {"displayName":"Invoices","folders":{"AAMk2":"Invoices"},\
                "conditions":{"subjectContains":["invoice"]},"actions":{"moveToFolder":"AAMk2"}}
                """;
        try {
            return JudgeDocument.of(
                    LineFile.judge(
                            LineKind.INBOX_RULE, new ByteArrayInputStream(rule.getBytes(StandardCharsets.UTF_8))),
                    Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject judgeInLightOfFacts() {
        String rule = """
                {"displayName":"Copies","tenantDomains":["contoso.example"],"conditions":{},\
                "actions":{"forwardTo":[{"emailAddress":{"address":"ap@fabrikam.example"}}]}}
                """;
        var facts = new OrganisationFacts(
                List.of(),
                List.of(new OrganisationFacts.Partner("fabrikam.example", "our bookkeeper")),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        try {
            return JudgeDocument.of(
                    LineFile.judge(
                            LineKind.INBOX_RULE,
                            new ByteArrayInputStream(rule.getBytes(StandardCharsets.UTF_8)),
                            facts),
                    Optional.of(Path.of("/home/admin/organisation.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject attack() {
        String anna = "anna.berg@contoso.example";
        Instant first = Instant.parse("2026-03-01T22:00:00Z");
        Instant last = first.plusSeconds(300);
        var row = new RowRef(ExhibitId.of(12), 9, first);
        var address = new Judged(
                TraceKind.ADDRESS,
                "203.0.113.9",
                Party.ATTACKER,
                Optional.empty(),
                List.of(new Clue(Party.ATTACKER, 100, "The sign-in log showed it to be the attacker's.")),
                2,
                0,
                first,
                last,
                List.of(anna));
        var message = new AccessedMessage("<invoice@vendor.example>", "", List.of("\\Inbox"), first, first, 2, 1, row);
        var access = new MailAccess(
                anna,
                List.of(message),
                2,
                2,
                1,
                List.of(new Bound.WholeFolder("\\Sent Items", 1, last, last, row), new Bound.AfterTheRows(last)));
        var sent = new MailAct(
                MailAct.Kind.SENT,
                anna,
                "Send",
                "<bank@contoso.example>",
                "New bank details",
                "",
                "",
                false,
                "203.0.113.9",
                row);
        var consent = new Touched(
                Touched.Kind.APPLICATION,
                "PerfectData",
                true,
                List.of("Consent to application."),
                List.of(anna),
                List.of(),
                List.of("203.0.113.9"),
                1,
                first,
                first,
                List.of(row));
        var registered = new DirectoryAct(
                Party.ATTACKER,
                "User registered security info",
                anna,
                List.of(anna),
                "success, User registered Authenticator App with Code",
                false,
                "203.0.113.9",
                new RowRef(ExhibitId.of(13), 2, first));
        var outgoing = new OutgoingMail(
                anna,
                List.of(anna),
                first,
                last.plusSeconds(3600),
                List.of(new TracedMail(
                        TracedMail.Kind.SENT,
                        TracedMail.Hand.NOT_SHOWN,
                        "<wire@contoso.example>",
                        "Wire today",
                        List.of("pay@vendor.example"),
                        List.of("Delivered"),
                        new RowRef(ExhibitId.of(14), 5, last))),
                1);
        return AttackDocument.of(new Reconstructed(
                Cases.ID,
                new Reconstruction(
                        List.of(address),
                        2,
                        0,
                        new OurActs(
                                true,
                                14,
                                List.of(new OurActs.Outside(
                                        LogRecord.Log.DIRECTORY_AUDIT,
                                        "Reset user password",
                                        "",
                                        1,
                                        first,
                                        List.of("bo.lund@contoso.example"),
                                        new RowRef(ExhibitId.of(13), 4, first)))),
                        List.of(access),
                        List.of(sent),
                        List.of(registered),
                        1,
                        List.of(new UnnamedRole(
                                "Add member to role.",
                                anna,
                                "bo.lund@contoso.example",
                                false,
                                new RowRef(ExhibitId.of(9), 3, last))),
                        List.of(new RefusedSignIns(
                                LogRecord.Log.SIGN_INS,
                                "203.0.113.9",
                                31,
                                List.of(anna),
                                last,
                                new RowRef(ExhibitId.of(12), 11, first))),
                        List.of(outgoing),
                        files(first, last, row),
                        List.of(consent),
                        0,
                        List.of(
                                new Looked(LogRecord.Log.AUDIT_LOG, 12, 2, Optional.of(first), Optional.of(last)),
                                new Looked(LogRecord.Log.SIGN_INS, 0, 0, Optional.empty(), Optional.empty()))),
                0,
                List.of(),
                0,
                List.of(ExhibitId.of(9)),
                List.of(),
                List.of(),
                List.of(new CollectedPart(
                        new CollectionSource(CollectedLog.SIGN_INS_INTERACTIVE, anna),
                        first.minus(Duration.ofDays(7)),
                        last,
                        Optional.of(CollectionOutcome.NOT_LICENSED),
                        "The tenant does not have Entra ID P1, so this cannot be seen.",
                        Optional.empty(),
                        0)),
                List.of(new Offer(consent, Optional.of(anna), Optional.empty(), Cases.ID))));
    }

    private static TouchedFiles files(Instant first, Instant last, RowRef row) {
        String budget = "https://contoso.sharepoint.com/sites/finance/Budget.xlsx";
        return new TouchedFiles(
                7,
                List.of(new FileAct(
                        FileAct.Kind.SHARED,
                        budget,
                        "drop@mail.example",
                        List.of("AnonymousLinkCreated", "SharingSet"),
                        List.of("203.0.113.9"),
                        2,
                        true,
                        last,
                        row)),
                List.of(new FileBound.OpenLink(budget, first, row), new FileBound.AfterTheRows(last)));
    }

    private static void custody(Map<String, JsonObject> documents) {
        documents.put(
                "evidence hold, release, transfer",
                CustodyDocument.of(new CustodyEntry(
                        42,
                        Cases.ID,
                        Cases.OPENED,
                        new CustodyEvent.Transferred(
                                "Garda, Inspector Byrne",
                                "admin",
                                "warrant 12/2026",
                                Optional.of("/home/admin/INC-20260302-K7QF.zip"),
                                Optional.of(TAG_MANIFEST)),
                        TAG_MANIFEST,
                        TAG_MANIFEST)));
        documents.put(
                "evidence stamp",
                StampDocument.of(
                        Cases.ID,
                        new StampEvidence.Outcome(
                                new Stamped.Heads(
                                        new ChainHead(Chain.JOURNAL, 97, TAG_MANIFEST),
                                        new ChainHead(Chain.CUSTODY, 40, TAG_MANIFEST)),
                                new StampAnswer.None("https://tsa.example/tsr", "it answered with HTTP status 500"),
                                Optional.empty())));
        documents.put(
                "evidence retention",
                ExpiryDocument.of(
                        new Retention(Period.ofMonths(18)),
                        Optional.of(new RetentionSetting.Choice(
                                new Retention(Period.ofMonths(18)), "admin", "policy 4.2", Cases.OPENED))));
        documents.put(
                "evidence expire",
                ExpiryDocument.of(
                        new Retention(Period.ofMonths(18)),
                        true,
                        List.of(new Expiry(
                                Cases.ID,
                                Cases.OPENED,
                                Instant.parse("2027-09-02T08:20:00Z"),
                                Fate.HELD,
                                21,
                                190_210,
                                List.of(new LegalHold(42, Cases.OPENED, "Kelly Solicitors", "claim 7"))))));
    }

    private static JsonObject export() {
        return ExportDocument.of(new ExportDocument.Export(
                Cases.ID,
                Audience.POLICE,
                Path.of("/home/admin/INC-20260302-K7QF.zip"),
                Optional.of(Path.of("/home/admin/INC-20260302-K7QF.zip.sha256")),
                18,
                3,
                0,
                List.of(ExhibitId.of(7)),
                5,
                97,
                40,
                623,
                41,
                TAG_MANIFEST,
                Optional.of("CN=Anna Admin,O=Contoso"),
                Optional.of(stamp())));
    }

    private static StampAnswer stamp() {
        return new StampAnswer.Taken(
                "https://tsa.example/tsr",
                new TimeStamp(new byte[0], TAG_MANIFEST, Cases.OPENED, "1042", "CN=Stamper,O=Example"));
    }

    private static BagVerification verifiedExport() {
        return new BagVerification(
                new Verification(
                                21,
                                97,
                                40,
                                0,
                                List.of(),
                                List.of(),
                                List.of(new Attestation(
                                        Attestation.Kind.TIME_STAMP,
                                        "stamp-of-tagmanifest-sha256.tsr",
                                        "this export",
                                        "CN=Stamper,O=Example",
                                        TAG_MANIFEST,
                                        Optional.of(Cases.OPENED),
                                        Optional.of("1042"),
                                        Optional.empty(),
                                        "it leads to nobody in the public authorities that this Java comes with")),
                                0)
                        .besides(List.of(new Remark(
                                "INC-20260302-K7QF-full.zip",
                                "the dates and attributes of its entries: no digest lies beside it"))),
                58,
                623,
                Optional.of(Cases.ID.value()),
                Optional.of("full"),
                Optional.of(TAG_MANIFEST));
    }

    private static JsonObject timeline() {
        var text = new StringBuilder();
        var document = new TimelineDocument(text::append);
        IncidentTimeline.of(Cases.journal(), Optional.empty()).forEach(document::add);
        document.end();
        JsonObject whole = JsonParser.parseString(text.toString()).getAsJsonObject();
        assertThat(text).hasToString(JsonText.of(whole));
        return whole;
    }

    private static JsonObject collections() {
        Instant until = Instant.parse("2026-03-02T09:00:00Z");
        Instant from = Instant.parse("2026-02-22T14:30:00Z");
        return CollectionsDocument.of(
                Cases.ID,
                List.of(
                        new LogCollection(
                                "audit-log-queries",
                                "anna.berg@contoso.example",
                                1,
                                from,
                                until,
                                Optional.of(new CaseEntry.CollectionEnded(
                                        "audit-log-queries",
                                        "anna.berg@contoso.example",
                                        1,
                                        from,
                                        until,
                                        Optional.of(Instant.parse("2026-03-01T09:00:00Z")),
                                        1_240,
                                        1_198,
                                        0,
                                        CollectionOutcome.LATE,
                                        "Rows of the time since 2026-03-01T09:00:00Z may still arrive.",
                                        Optional.of(Instant.parse("2026-03-02T10:30:00Z"))))),
                        new LogCollection(
                                "message-trace-sent", "anna.berg@contoso.example", 1, from, until, Optional.empty())),
                List.of("Microsoft keeps 30 days of directory-audit, sign-ins: asked for from 2026-01-31T10:00:00Z on,"
                        + " not from 2026-01-01T00:00:00Z."),
                false);
    }

    private static JsonObject undo() {
        return UndoDocument.of(
                Cases.ID,
                List.of(new UndoneItem(
                        "inbox-rule",
                        "17146492835123003393",
                        "Invoices",
                        UndoneItem.Ending.GIVEN_BACK,
                        Optional.of("9412774518841262081"),
                        List.of(new UndoneItem.Change("id", "\"17146492835123003393\"", "\"9412774518841262081\"")),
                        "Given back, read back equal in every field that a client can set.",
                        "",
                        false)));
    }

    private static JsonObject plan() {
        CaseView view = Cases.verified();
        return PlanDocument.of(
                "compromised-account",
                view.state().incident().account(),
                List.of(PlanDocument.item(
                        "inbox-rule",
                        "17146492835123003393",
                        "..",
                        "malicious",
                        true,
                        List.of("Moves messages about invoices to RSS Feeds"))),
                List.of(PlanDocument.call(
                        "revoke-sessions",
                        "Revoke the sessions",
                        "POST /users/5f1c0a44-0000-4000-8000-000000000001/revokeSignInSessions")),
                List.of());
    }

    private static Verification verification() {
        return new Verification(
                        21,
                        97,
                        40,
                        3,
                        List.of(
                                Fault.inFile(
                                        "vault/9f86d081",
                                        "sha256 9f86d081",
                                        "sha256 60303ae2",
                                        "The exhibit was changed."),
                                Fault.atEntry(
                                        "journal 42", "hash 4e074085", "hash 4b227777", "The entry was changed.")),
                        List.of(new Remark("vault/ab12f0c3", "No exhibit: no custody entry names it.")),
                        List.of(),
                        0)
                .besides(List.of(new Remark("retention", "how long the evidence of closed incidents is kept")));
    }
}
