package dev.cordon.playbooks.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Judge;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.SignInHistory;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.tenant.Devices.Device;
import dev.cordon.tenant.MobileDevice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MobileDeviceAreaTest {
    private static final String GUID = "6cbe1ca2-7fea-4173-beef-f53db6cfaa5d";
    private static final Judge JUDGE = new Judge(
            Organisation.ofDomains("contoso.example"),
            AttackPicture.draw(SignInHistory.of(
                    "anna",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Instant.parse("2026-03-02T08:00:00Z"))));

    private final MobileDeviceArea area = new MobileDeviceArea();

    private static MobileDevice telephone(String name) {
        return new MobileDevice(GUID, name, name, "", "", name, "EAS", "Allowed", Optional.empty(), Optional.empty());
    }

    @Test
    void a_telephone_is_a_device_whose_id_is_never_that_of_a_device_of_the_directory() {
        Device namesake = new Device(GUID, "laptop", "Windows", "AzureAd", Optional.empty(), true, true, true);
        DeviceArea directory = new DeviceArea();

        Proposal telephone = area.judge(telephone("iPhone"), JUDGE);
        Proposal laptop = directory.judge(namesake, JUDGE);

        assertThat(telephone.kind()).isEqualTo(ItemKind.DEVICE).isEqualTo(laptop.kind());
        assertThat(telephone.id()).isEqualTo("mobile|" + GUID).isNotEqualTo(laptop.id());
        assertThat(area.holds(telephone.id())).isTrue();
        assertThat(directory.holds(telephone.id())).isFalse();
        assertThat(area.holds(laptop.id())).isFalse();
        assertThat(directory.holds(laptop.id())).isTrue();
    }

    @Test
    void areas_with_things_of_one_kind_seal_exhibits_of_different_kinds() {
        assertThat(PersistenceAreas.all().stream().map(PersistenceArea::exhibitKind))
                .doesNotHaveDuplicates()
                .contains("devices", "mobile-devices");
        assertThat(PersistenceAreas.devices().stream().flatMap(one -> one.kinds().stream()))
                .containsOnly(ItemKind.DEVICE);
    }

    @Test
    void a_decision_file_may_name_it_by_exchanges_id_too() {
        assertThat(area.judge(telephone("iPhone"), JUDGE).ids()).containsExactly("mobile|" + GUID, GUID);
    }

    @Test
    void the_question_says_that_nothing_is_wiped_and_that_a_wipe_cannot_follow() {
        assertThat(area.judge(telephone("iPhone"), JUDGE).whatIsLost())
                .contains("nothing on it is wiped")
                .contains("Clear-MobileDevice");
    }
}
