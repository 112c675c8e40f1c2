package dev.cordon.playbooks.persistence;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The areas in the order in which they are cleaned, grouped as the procedure's steps group them. */
public final class PersistenceAreas {
    private static final Set<String> DEEP = Set.of("folder-permissions", "calendar-publishing", "consents");

    private PersistenceAreas() {}

    /** Step {@code authentication-methods}. */
    public static List<PersistenceArea<?>> authenticationMethods() {
        return List.of(new AuthenticationMethodArea());
    }

    /** Step {@code inbox-rules}. */
    public static List<PersistenceArea<?>> inboxRules() {
        return List.of(new InboxRuleArea());
    }

    /** Step {@code forwarding}. */
    public static List<PersistenceArea<?>> forwarding() {
        return List.of(new ForwardingArea());
    }

    /** Step {@code delegates}. */
    public static List<PersistenceArea<?>> delegates() {
        return List.of(new DelegateArea(), new FolderPermissionArea());
    }

    /** Step {@code consents}. */
    public static List<PersistenceArea<?>> consents() {
        return List.of(new ConsentArea(), new AppRoleAssignmentArea());
    }

    /** Step {@code devices}. */
    public static List<PersistenceArea<?>> devices() {
        return List.of(new DeviceArea(), new MobileDeviceArea());
    }

    /** Step {@code other-persistence}. */
    public static List<PersistenceArea<?>> others() {
        return List.of(new AutoReplyArea(), new CalendarPublishingArea(), new RoleArea(), new MailRouteArea());
    }

    /** Every area, those first whose reading is two round trips deep. */
    public static List<PersistenceArea<?>> deepestFirst() {
        return all().stream()
                .sorted(Comparator.comparing(area -> !DEEP.contains(area.exhibitKind())))
                .toList();
    }

    /** Every area. */
    public static List<PersistenceArea<?>> all() {
        return Stream.of(
                        authenticationMethods(),
                        inboxRules(),
                        forwarding(),
                        delegates(),
                        consents(),
                        devices(),
                        others())
                .flatMap(List::stream)
                .toList();
    }
}
