package dev.cordon.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class PackagesTest {
    @Test
    void every_package_says_what_it_is_for_and_that_nothing_in_it_is_null() {
        var unmarked = new TreeSet<String>();
        for (var type : House.classes()) {
            JavaPackage owner = type.getPackage();
            if (!owner.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(owner.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void no_package_is_a_bag() {
        var bags = new TreeSet<String>();
        for (var type : House.classes()) {
            if (type.getPackageName()
                            .matches(".*\\.(common|util|utils|helper|helpers|misc|model|models|service|impl)(\\..*)?")
                    || type.getSimpleName().matches(".*(Manager|Helper|Util|Utils|Impl)")) {
                bags.add(type.getName());
            }
        }
        assertThat(bags).isEmpty();
    }
}
