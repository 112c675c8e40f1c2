package dev.cordon.response;

import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.investigation.TypedName;
import dev.cordon.investigation.reconstruction.Offer;
import dev.cordon.investigation.reconstruction.Touched;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says for everything that the attacker touched which incident deals with it, or which command would open one. */
final class LinkedOffers {
    private final Workspace workspace;
    private final CaseRecord record;

    LinkedOffers(Workspace workspace, CaseRecord record) {
        this.workspace = workspace;
        this.record = record;
    }

    List<Offer> of(List<Touched> touched) {
        if (touched.isEmpty()) {
            return List.of();
        }
        List<CaseRecord> others = new Incidents(workspace).list();
        return touched.stream().map(thing -> offer(thing, others)).toList();
    }

    private Offer offer(Touched touched, List<CaseRecord> others) {
        IncidentId here = record.incident().id();
        List<String> names = names(touched);
        Optional<String> account =
                names.stream().flatMap(name -> TypedName.safely(name).stream()).findFirst();
        Optional<IncidentId> there = Stream.concat(Stream.of(record), others.stream())
                .filter(this::isResponse)
                .filter(other -> names.stream().anyMatch(name -> isAbout(other, name)))
                .map(other -> other.incident().id())
                .findFirst();
        return new Offer(touched, account, there, here);
    }

    /** The account it is about; of what is nobody's own, those through which it was done, others' before the one responded to here. */
    private List<String> names(Touched touched) {
        return switch (touched.kind()) {
            case ACCOUNT -> List.of(touched.name());
            case MAILBOX -> touched.name().indexOf('@') > 0 ? List.of(touched.name()) : List.of();
            case APPLICATION, DEVICE, GROUP, ROLE, POLICY, OTHER, MAIL_FLOW ->
                touched.actors().stream()
                        .sorted((one, other) -> Boolean.compare(isAbout(record, one), isAbout(record, other)))
                        .toList();
        };
    }

    private boolean isResponse(CaseRecord other) {
        return other.incident().type() != IncidentType.IMPORTED_EVIDENCE
                && !other.state().state().isEnded()
                && (record.incident().tenant().isEmpty()
                        || other.incident().tenant().equals(record.incident().tenant()));
    }

    private static boolean isAbout(CaseRecord other, String name) {
        Account account = other.incident().account();
        return account.userPrincipalName().equalsIgnoreCase(name)
                || account.objectId().equalsIgnoreCase(name);
    }
}
