package dev.cordon.cli.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedPart;
import dev.cordon.investigation.collection.LogReach;
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
import dev.cordon.investigation.reconstruction.PersonsVerdict;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.RefusedSignIns;
import dev.cordon.investigation.reconstruction.RowRef;
import dev.cordon.investigation.reconstruction.Touched;
import dev.cordon.investigation.reconstruction.TracedMail;
import dev.cordon.investigation.reconstruction.UnnamedRole;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The document of {@code incident attack}: what the attacker did, as far as the stored rows tell. */
public final class AttackDocument {
    private static final String ATTRIBUTION = "\"attribution\": [";

    private AttackDocument() {}

    /** The document of this reconstruction. */
    public static JsonObject of(Reconstructed reconstructed) {
        return of(reconstructed, Members.array(reconstructed.reconstruction().judged(), AttackDocument::judged));
    }

    /**
     * The text of the same document in parts: every session of a large log stands in it, and all of them together take more memory than the
     * reconstruction itself.
     *
     * @param out takes its text, one part after the other
     */
    public static void write(Reconstructed reconstructed, Consumer<String> out) {
        // Within a string its quotes would be escaped.
        String[] around = JsonText.of(of(reconstructed, new JsonArray())).split(Pattern.quote(ATTRIBUTION + "]"), 2);
        out.accept(around[0] + ATTRIBUTION);
        String before = "\n    ";
        for (Judged judged : reconstructed.reconstruction().judged()) {
            out.accept(before + JsonText.of(judged(judged)).strip().replace("\n", "\n    "));
            before = ",\n    ";
        }
        out.accept((reconstructed.reconstruction().judged().isEmpty() ? "]" : "\n  ]") + around[1]);
    }

    private static JsonObject of(Reconstructed reconstructed, JsonArray attribution) {
        var found = reconstructed.reconstruction();
        var document = new JsonObject();
        document.addProperty("incident", reconstructed.incident().value());
        document.addProperty("attackerRows", found.attackerRows());
        document.addProperty("unknownRows", found.unknownRows());
        document.add("ours", ours(found.ours()));
        document.add("attribution", attribution);
        document.add("mailAccess", Members.array(found.access(), AttackDocument::access));
        document.add("mailActs", Members.array(found.acts(), AttackDocument::act));
        document.add("directoryActs", Members.array(found.directoryActs(), AttackDocument::directoryAct));
        document.addProperty("auditOfDirectory", found.auditOfDirectory());
        document.add("unnamedRoles", Members.array(found.unnamedRoles(), role -> unnamed(role, reconstructed)));
        document.add("refused", Members.array(found.refused(), AttackDocument::refused));
        document.add("outgoing", Members.array(found.outgoing(), AttackDocument::outgoing));
        document.addProperty("fileRows", found.files().rows());
        document.add("fileActs", Members.array(found.files().acts(), AttackDocument::fileAct));
        document.add("fileBounds", Members.array(found.files().bounds(), AttackDocument::fileBound));
        document.add("touched", Members.array(reconstructed.offers(), AttackDocument::offered));
        document.addProperty("notNamed", found.spared());
        document.add("looked", Members.array(found.looked(), looked -> looked(looked, reconstructed)));
        document.addProperty("unreadable", reconstructed.unreadable());
        document.add(
                "followed",
                Members.texts(
                        reconstructed.followed().stream().map(ExhibitId::value).toList()));
        document.addProperty("withoutDetail", reconstructed.withoutDetail());
        document.add(
                "damaged",
                Members.texts(
                        reconstructed.damaged().stream().map(ExhibitId::value).toList()));
        document.add(
                "unreadSummaries",
                Members.texts(reconstructed.unreadSummaries().stream()
                        .map(ExhibitId::value)
                        .toList()));
        document.add("unreadPlaces", Members.texts(reconstructed.unreadPlaces()));
        return document;
    }

    private static JsonElement ours(OurActs ours) {
        var row = new JsonObject();
        row.addProperty("applicationKnown", ours.application());
        row.addProperty("rows", ours.rows());
        row.add("outside", Members.array(ours.outside(), AttackDocument::outside));
        return row;
    }

    private static JsonElement outside(OurActs.Outside act) {
        var row = new JsonObject();
        row.addProperty("log", Word.of(act.log()));
        row.addProperty("operation", act.operation());
        row.add("address", known(act.address()));
        row.addProperty("rows", act.rows());
        row.add("first", Members.time(act.shownBy().at()));
        row.add("last", Members.time(act.last()));
        row.add("targets", Members.texts(act.targets()));
        row.add("shownBy", reference(act.shownBy()));
        return row;
    }

    private static JsonObject judged(Judged judged) {
        var row = new JsonObject();
        row.addProperty("of", Word.of(judged.of()));
        row.addProperty("value", judged.value());
        row.addProperty("party", Word.of(judged.party()));
        row.addProperty("byPerson", judged.said().isPresent());
        row.add("saidBy", Members.text(judged.said().map(PersonsVerdict::by)));
        row.add("saidAt", Members.text(judged.said().map(said -> said.at().truncatedTo(ChronoUnit.SECONDS))));
        row.addProperty("rows", judged.rows());
        row.addProperty("refused", judged.refused());
        row.add("first", Members.time(judged.first()));
        row.add("last", Members.time(judged.last()));
        row.add("actors", Members.texts(judged.actors()));
        row.add("reasons", Members.array(judged.clues(), AttackDocument::clue));
        return row;
    }

    private static JsonElement clue(Clue clue) {
        var row = new JsonObject();
        row.addProperty("speaksFor", Word.of(clue.speaksFor()));
        row.addProperty("weight", clue.weight());
        row.addProperty("text", clue.text());
        return row;
    }

    private static JsonElement access(MailAccess access) {
        var row = new JsonObject();
        row.addProperty("mailbox", access.mailbox());
        row.addProperty("rows", access.rows());
        row.addProperty("mentions", access.mentions());
        row.addProperty("accesses", access.accesses());
        row.add("named", Members.array(access.named(), AttackDocument::message));
        row.add("bounds", Members.array(access.bounds(), AttackDocument::bound));
        return row;
    }

    private static JsonElement message(AccessedMessage message) {
        var row = new JsonObject();
        row.addProperty("internetMessageId", message.internetMessageId());
        row.add("subject", known(message.subject()));
        row.add("folders", Members.texts(message.folders()));
        row.add("first", Members.time(message.first()));
        row.add("last", Members.time(message.last()));
        row.addProperty("mentions", message.mentions());
        row.addProperty("accesses", message.accesses());
        row.add("shownBy", reference(message.shownBy()));
        return row;
    }

    private static JsonElement bound(Bound bound) {
        var row = new JsonObject();
        switch (bound) {
            case Bound.WholeFolder whole -> {
                row.addProperty("kind", "whole-folder");
                row.add("folder", known(whole.folder()));
                row.addProperty("count", whole.times());
            }
            case Bound.Throttled _ -> row.addProperty("kind", "throttled");
            case Bound.Unnamed unnamed -> {
                row.addProperty("kind", "unnamed");
                row.addProperty("count", unnamed.accesses());
            }
            case Bound.NotAttributed not -> {
                row.addProperty("kind", "not-attributed");
                row.addProperty("count", not.rows());
                row.add("addresses", Members.texts(not.addresses()));
            }
            case Bound.SentOn sent -> {
                row.addProperty("kind", "sent-on");
                row.add("destination", known(sent.destination()));
            }
            case Bound.NotRecorded _ -> row.addProperty("kind", "not-recorded");
            case Bound.AfterTheRows _ -> row.addProperty("kind", "after-the-rows");
        }
        row.add("from", Members.time(bound.from()));
        row.add("until", Members.text(bound.until()));
        return row;
    }

    private static JsonElement act(MailAct act) {
        var row = new JsonObject();
        row.addProperty("kind", Word.of(act.kind()));
        row.add("mailbox", known(act.mailbox()));
        row.addProperty("operation", act.operation());
        row.add("internetMessageId", known(act.internetMessageId()));
        row.add("subject", known(act.subject()));
        row.add("folder", known(act.folder()));
        row.add("text", known(act.text()));
        row.addProperty("failed", act.failed());
        row.add("address", known(act.address()));
        row.add("shownBy", reference(act.shownBy()));
        return row;
    }

    private static JsonElement directoryAct(DirectoryAct act) {
        var row = new JsonObject();
        row.addProperty("party", Word.of(act.party()));
        row.addProperty("operation", act.operation());
        row.add("actor", known(act.actor()));
        row.add("targets", Members.texts(act.targets()));
        row.add("result", known(act.result()));
        row.addProperty("failed", act.failed());
        row.add("address", known(act.address()));
        row.add("shownBy", reference(act.shownBy()));
        return row;
    }

    private static JsonElement unnamed(UnnamedRole role, Reconstructed reconstructed) {
        var row = new JsonObject();
        row.addProperty("operation", role.operation());
        row.add("actor", known(role.actor()));
        row.add("object", known(role.object()));
        row.addProperty("failed", role.failed());
        row.addProperty("damaged", reconstructed.isDamaged(role.shownBy()));
        row.add("shownBy", reference(role.shownBy()));
        return row;
    }

    private static JsonElement refused(RefusedSignIns refused) {
        var row = new JsonObject();
        row.addProperty("log", Word.of(refused.log()));
        row.add("address", known(refused.address()));
        row.addProperty("rows", refused.rows());
        row.add("accounts", Members.texts(refused.accounts()));
        row.add("first", Members.time(refused.shownBy().at()));
        row.add("last", Members.time(refused.last()));
        row.add("shownBy", reference(refused.shownBy()));
        return row;
    }

    private static JsonElement outgoing(OutgoingMail mailbox) {
        var row = new JsonObject();
        row.addProperty("mailbox", mailbox.mailbox());
        row.add("addresses", Members.texts(mailbox.addresses()));
        row.add("from", Members.time(mailbox.from()));
        row.add("until", Members.time(mailbox.until()));
        row.add("mails", Members.array(mailbox.mails(), AttackDocument::traced));
        row.addProperty("usersOwn", mailbox.usersOwn());
        return row;
    }

    private static JsonElement traced(TracedMail mail) {
        var row = new JsonObject();
        row.addProperty("kind", Word.of(mail.kind()));
        row.addProperty("hand", Word.of(mail.hand()));
        row.add("internetMessageId", known(mail.internetMessageId()));
        row.add("subject", known(mail.subject()));
        row.add("recipients", Members.texts(mail.recipients()));
        row.add("statuses", Members.texts(mail.statuses()));
        row.add("shownBy", reference(mail.shownBy()));
        return row;
    }

    private static JsonElement fileAct(FileAct act) {
        var row = new JsonObject();
        row.addProperty("kind", Word.of(act.kind()));
        row.add("file", known(act.file()));
        row.add("with", known(act.with()));
        row.add("operations", Members.texts(act.operations()));
        row.add("addresses", Members.texts(act.addresses()));
        row.addProperty("rows", act.rows());
        row.addProperty("succeeded", act.succeeded());
        row.add("first", Members.time(act.shownBy().at()));
        row.add("last", Members.time(act.last()));
        row.add("shownBy", reference(act.shownBy()));
        return row;
    }

    private static JsonElement fileBound(FileBound bound) {
        var row = new JsonObject();
        switch (bound) {
            case FileBound.WholeFolder whole -> {
                row.addProperty("kind", whole.shared() ? "shared-folder" : "whole-folder");
                row.add("file", known(whole.folder()));
            }
            case FileBound.OpenLink link -> {
                row.addProperty("kind", "open-link");
                row.add("file", known(link.file()));
            }
            case FileBound.NotAttributed not -> {
                row.addProperty("kind", "not-attributed");
                row.addProperty("count", not.rows());
                row.add("addresses", Members.texts(not.addresses()));
            }
            case FileBound.NotRecorded _ -> row.addProperty("kind", "not-recorded");
            case FileBound.AfterTheRows _ -> row.addProperty("kind", "after-the-rows");
        }
        row.add("from", Members.time(bound.from()));
        row.add("until", Members.text(bound.until()));
        return row;
    }

    private static JsonElement offered(Offer offer) {
        JsonObject row = touched(offer.touched());
        row.add("account", Members.text(offer.account()));
        row.add("incident", Members.text(offer.incident().map(IncidentId::value)));
        row.add("command", Members.text(offer.command()));
        return row;
    }

    private static JsonObject touched(Touched touched) {
        var row = new JsonObject();
        row.addProperty("kind", Word.of(touched.kind()));
        row.addProperty("name", touched.name());
        row.addProperty("succeeded", touched.succeeded());
        row.add("operations", Members.texts(touched.operations()));
        row.add("actors", Members.texts(touched.actors()));
        row.add("holders", Members.texts(touched.holders()));
        row.add("addresses", Members.texts(touched.addresses()));
        row.addProperty("rows", touched.rows());
        row.add("first", Members.time(touched.first()));
        row.add("last", Members.time(touched.last()));
        row.add("shownBy", Members.array(touched.shownBy(), AttackDocument::reference));
        return row;
    }

    private static JsonElement looked(Looked looked, Reconstructed reconstructed) {
        LogReach reach = reconstructed.reach(looked.log());
        var row = new JsonObject();
        row.addProperty("log", Word.of(looked.log()));
        row.addProperty("rows", looked.rows());
        row.addProperty("accesses", looked.accesses());
        row.add("first", Members.text(looked.first()));
        row.add("last", Members.text(looked.last()));
        row.addProperty(
                "reach",
                switch (reach) {
                    case LogReach.NotCollected _ -> "not-collected";
                    case LogReach.NotWhole _ -> "not-whole";
                    case LogReach.Late _ -> "late";
                    case LogReach.Complete _ -> "complete";
                });
        row.add("completeThrough", Members.text(reach.completeThrough()));
        row.add("missing", Members.array(reach.missing(), AttackDocument::part));
        row.add("late", Members.array(reach.late(), AttackDocument::part));
        return row;
    }

    private static JsonElement part(CollectedPart part) {
        var row = new JsonObject();
        row.addProperty("source", Word.of(part.source().log()));
        row.addProperty("of", part.source().of());
        row.add("outcome", Members.text(part.outcome().map(Word::of)));
        row.add("reason", known(part.reason()));
        row.add("completeThrough", Members.text(part.through()));
        row.addProperty("rows", part.different());
        return row;
    }

    private static JsonElement reference(RowRef reference) {
        var row = new JsonObject();
        row.addProperty("exhibit", reference.exhibit().toString());
        row.addProperty("row", reference.row());
        row.add("at", Members.time(reference.at()));
        return row;
    }

    private static JsonElement known(String text) {
        return Members.text(Optional.of(text).filter(value -> !value.isBlank()));
    }
}
