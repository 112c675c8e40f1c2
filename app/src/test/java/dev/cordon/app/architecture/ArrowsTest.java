package dev.cordon.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArrowsTest {
    private static final JavaClasses CLASSES = House.classes();

    @Test
    void every_class_lives_in_a_room_of_the_house() {
        assertThat(CLASSES.stream().map(House::roomOf).collect(Collectors.toSet()))
                .isSubsetOf(House.ARROWS.keySet())
                .contains("app", "cli", "testing");
    }

    @Test
    void rooms_see_only_the_rooms_they_may_see() {
        var forbidden = new TreeSet<String>();
        for (JavaClass type : CLASSES) {
            Set<String> allowed = House.ARROWS.getOrDefault(House.roomOf(type), Set.of());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String room = House.roomOf(dependency.getTargetClass());
                if (!room.isEmpty() && !room.equals(House.roomOf(type)) && !allowed.contains(room)) {
                    forbidden.add(dependency.getDescription());
                }
            }
        }
        assertThat(forbidden).isEmpty();
    }

    @Test
    void no_room_holds_a_cycle_of_packages() {
        SlicesRuleDefinition.slices()
                .assignedFrom(new PackagesOfRooms())
                .should()
                .beFreeOfCycles()
                .because("module walls hold only where packages inside do not tangle either")
                .check(CLASSES);
    }

    private static final class PackagesOfRooms implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return House.roomOf(type).isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages of our rooms";
        }
    }
}
