package dev.cordon.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.Map;
import java.util.Set;

/** The rooms, the arrows between them (docs/decisions/0001), and the classes they hold. */
final class House {
    /** Which rooms a room may see besides itself. */
    static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("incident", Set.of()),
            Map.entry("tenant", Set.of()),
            Map.entry("testing", Set.of()),
            Map.entry("simulator", Set.of()),
            Map.entry("evidence", Set.of("incident")),
            Map.entry("procedure", Set.of("incident", "evidence")),
            Map.entry("investigation", Set.of("incident", "evidence", "tenant")),
            Map.entry("report", Set.of("incident", "procedure", "evidence", "investigation")),
            Map.entry("microsoft365", Set.of("tenant")),
            Map.entry("playbooks", Set.of("incident", "procedure", "evidence", "investigation", "tenant")),
            Map.entry("store", Set.of("incident", "procedure", "evidence", "investigation")),
            Map.entry(
                    "response",
                    Set.of("incident", "procedure", "evidence", "investigation", "report", "tenant", "playbooks")),
            Map.entry("cli", Set.of("incident", "procedure", "evidence", "investigation", "report", "response")),
            Map.entry(
                    "app",
                    Set.of(
                            "incident",
                            "procedure",
                            "evidence",
                            "investigation",
                            "report",
                            "tenant",
                            "microsoft365",
                            "simulator",
                            "playbooks",
                            "store",
                            "response",
                            "cli")));

    private static final String ROOT = "dev.cordon.";

    private House() {}

    /** Everything the product ships, and nothing a test needs. */
    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(House::isNoTestJar)
                .importPackages("dev.cordon");
    }

    /** The room of one of our classes, or nothing for a class of the JDK or a library. */
    static String roomOf(JavaClass type) {
        return roomOf(type.getPackageName());
    }

    static String roomOf(String packageName) {
        if (!packageName.startsWith(ROOT)) {
            return "";
        }
        String rest = packageName.substring(ROOT.length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    private static boolean isNoTestJar(Location location) {
        return !location.contains("-tests.jar");
    }
}
