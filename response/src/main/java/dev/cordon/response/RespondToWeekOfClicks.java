package dev.cordon.response;

import dev.cordon.incident.IncidentType;
import dev.cordon.investigation.phishing.Arrival;
import dev.cordon.investigation.phishing.ClickAction;
import dev.cordon.investigation.phishing.ClickRecord;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.investigation.phishing.SafeLinksUrl;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SafeLinksReport;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Responds to the clicks of the last seven days that the Safe Links report has something against: those on one page that were clearly blocked
 * together in one incident, everybody of whom that is not clear by himself. What an earlier incident has judged is left out. One after another.
 */
public final class RespondToWeekOfClicks {
    private final Workspace workspace;

    public RespondToWeekOfClicks(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Clicks that become one incident. */
    private record Bundle(List<UserAccount> users, String url) {}

    /**
     * Responds.
     *
     * @param request whose clicks: its users, or everybody's where it was not said; its answers count for those whom they name
     * @return the incidents in the order of the clicks
     * @throws RequestRefusedException when an account is not certain; nothing was changed
     * @throws dev.cordon.tenant.TenantException when the report cannot be read; nothing was changed
     */
    public List<CaseRecord> respond(RespondToPhishingClick.Request request) throws InterruptedException {
        ResponseRequest common = request.common();
        try (Tenant tenant = new Tenants(workspace).connect(common.tenant(), common.signIn())) {
            tenant.prepareChannels();
            List<CaseRecord> ended = new ArrayList<>();
            for (Bundle bundle : bundles(request, tenant)) {
                ended.add(new RespondToPhishingClick(workspace).respond(about(request, bundle), tenant));
            }
            return ended;
        }
    }

    private static RespondToPhishingClick.Request about(RespondToPhishingClick.Request request, Bundle bundle) {
        Intake said = request.intake();
        Set<String> names = new HashSet<>();
        bundle.users().forEach(user -> names.add(user.userPrincipalName().toLowerCase(Locale.ROOT)));
        Intake intake = new Intake(
                said.reporter(),
                said.reportedAt(),
                Arrival.MAIL,
                bundle.url().isEmpty() ? List.of() : List.of(bundle.url()),
                "",
                "",
                "",
                said.interviews().stream()
                        .filter(one -> names.contains(one.user().toLowerCase(Locale.ROOT)))
                        .toList());
        return new RespondToPhishingClick.Request(
                request.common(),
                bundle.users().stream().map(UserAccount::objectId).toList(),
                intake,
                "the Safe Links report of the week",
                request.partners(),
                request.campaign());
    }

    private List<Bundle> bundles(RespondToPhishingClick.Request request, Tenant tenant) {
        Instant now = tenant.clock().now();
        Reading<SafeLinksReport.Clicks> report =
                tenant.safeLinksReport().fetchClicks(now.minus(SafeLinksReport.KEPT), now);
        Map<String, UserAccount> wanted = new LinkedHashMap<>();
        request.users().stream()
                .map(name -> ResolveUser.resolve(tenant, name).value())
                .forEach(user -> wanted.put(user.userPrincipalName().toLowerCase(Locale.ROOT), user));
        Set<List<String>> judged = judged(request.common().tenant());
        Map<String, Map<String, List<ClickRecord>>> byPage = new LinkedHashMap<>();
        List<ClickRecord> clicks =
                report.value().clicks().reversed().stream().map(ClickRecord::of).toList();
        Set<String> bad = clicks.stream()
                .filter(click -> click.action().isWarned())
                .map(RespondToWeekOfClicks::page)
                .collect(Collectors.toSet());
        clicks.stream()
                .filter(click -> wanted.isEmpty() || wanted.containsKey(click.user()))
                .filter(click -> bad.contains(page(click)))
                .filter(click ->
                        !judged.contains(List.of(click.user(), click.at().toString())))
                .forEach(click -> byPage.computeIfAbsent(page(click), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(click.user(), _ -> new ArrayList<>())
                        .add(click));
        List<Bundle> bundles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        byPage.values().forEach(theirs -> bundle(tenant, wanted, theirs, bundles, seen));
        wanted.forEach((name, user) -> {
            if (!seen.contains(name)) {
                bundles.add(new Bundle(List.of(user), ""));
            }
        });
        return bundles;
    }

    /** Those who were clearly blocked together, the others one by one. */
    private static void bundle(
            Tenant tenant,
            Map<String, UserAccount> wanted,
            Map<String, List<ClickRecord>> clicks,
            List<Bundle> bundles,
            Set<String> seen) {
        List<UserAccount> blocked = new ArrayList<>();
        String url = clicks.values().iterator().next().getFirst().url();
        clicks.forEach((name, his) -> {
            Optional<UserAccount> user = Optional.ofNullable(wanted.get(name)).or(() -> find(tenant, name));
            if (user.isEmpty()) {
                return;
            }
            seen.add(name);
            if (his.stream().allMatch(click -> click.action() == ClickAction.BLOCKED)) {
                blocked.add(user.get());
            } else {
                bundles.add(new Bundle(List.of(user.get()), url));
            }
        });
        if (!blocked.isEmpty()) {
            bundles.add(new Bundle(blocked, url));
        }
    }

    private static Optional<UserAccount> find(Tenant tenant, String name) {
        List<UserAccount> found = tenant.directory().findUsers(name).value();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String page(ClickRecord click) {
        SafeLinksUrl url = SafeLinksUrl.of(click.url());
        return url.host().isEmpty() ? url.address() : url.host();
    }

    /** Who clicked when, by every earlier incident of the tenant. */
    private Set<List<String>> judged(String tenant) {
        Set<List<String>> judged = new HashSet<>();
        for (CaseRecord record : new Incidents(workspace).list()) {
            if (record.incident().type() == IncidentType.PHISHING_CLICK
                    && record.incident().tenant().equals(tenant)) {
                for (OfCampaign.ClickJudged click : record.state().campaign().clicks()) {
                    click.clickedAt()
                            .ifPresent(at -> judged.add(List.of(click.user().toLowerCase(Locale.ROOT), at.toString())));
                }
            }
        }
        return judged;
    }
}
