package dev.cordon.procedure;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What people read about a step: enough to carry it out by hand where the program cannot.
 *
 * @param title what the step does, in a few words
 * @param because why it is done, and why at this place
 * @param verification how one sees that it took effect, in plain language
 * @param portalPath where in Microsoft's portals it is done by hand; empty when nowhere
 * @param powerShell the lines that do it by hand; empty when there are none
 */
public record Instructions(
        String title, String because, String verification, String portalPath, List<String> powerShell) {
    public Instructions {
        requireNonNull(title, "title is null");
        requireNonNull(because, "because is null");
        requireNonNull(verification, "verification is null");
        requireNonNull(portalPath, "portalPath is null");
        requireNonNull(powerShell, "powerShell is null");
        powerShell = List.copyOf(powerShell);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title is blank");
        }
    }
}
