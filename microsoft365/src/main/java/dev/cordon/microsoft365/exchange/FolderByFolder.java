package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.exchange.Folders.Folder;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads something of many folders: the folders, then every folder beside the others. One that cannot be read leaves the reading incomplete;
 * only one that is not listed any more, when the folders are read again, has nothing to show.
 *
 * @param what what is read of a folder, as a sentence begins with it
 */
record FolderByFolder(ExchangeClient exchange, String mailbox, String what) {
    private sealed interface Part<T> {
        record Read<T>(Reading<List<T>> rows) implements Part<T> {}

        record Unread<T>(Folder folder, Failure failure) implements Part<T> {
            boolean isMissing() {
                return failure.reason() == Failure.Reason.NOT_FOUND;
            }
        }
    }

    <T> Reading<List<T>> read(Predicate<Folder> wanted, Function<Folder, Reading<List<T>>> read) {
        Reading<List<Folder>> folders = Folders.fetch(exchange, mailbox);
        List<Supplier<Part<T>>> reads = folders.value().stream()
                .filter(wanted)
                .<Supplier<Part<T>>>map(folder -> () -> part(folder, read))
                .toList();
        Reading<List<T>> all = folders.map(none -> List.of());
        List<Part.Unread<T>> unread = new ArrayList<>();
        for (Part<T> part : Beside.all(exchange.wire().transport().threads(), reads)) {
            switch (part) {
                case Part.Read<T>(Reading<List<T>> rows) -> all = all.with(rows, FolderByFolder::joined);
                case Part.Unread<T> gap -> unread.add(gap);
            }
        }
        return withGaps(all, unread);
    }

    private static <T> Part<T> part(Folder folder, Function<Folder, Reading<List<T>>> read) {
        try {
            return new Part.Read<>(read.apply(folder));
        } catch (TenantException e) {
            return new Part.Unread<>(folder, e.failure());
        }
    }

    private <T> Reading<List<T>> withGaps(Reading<List<T>> all, List<Part.Unread<T>> unread) {
        if (unread.stream().noneMatch(Part.Unread::isMissing)) {
            return incomplete(all, unread);
        }
        try {
            Reading<List<Folder>> again = Folders.fetch(exchange, mailbox);
            Set<String> there = again.value().stream().map(Folder::id).collect(Collectors.toSet());
            return incomplete(
                    all.with(again, (rows, folders) -> rows),
                    unread.stream()
                            .filter(gap -> !gap.isMissing()
                                    || there.contains(gap.folder().id()))
                            .toList());
        } catch (TenantException e) {
            return incomplete(all, unread);
        }
    }

    private <T> Reading<List<T>> incomplete(Reading<List<T>> all, List<Part.Unread<T>> gaps) {
        Completeness completeness = all.completeness();
        for (Part.Unread<T> gap : gaps) {
            completeness = completeness.and(
                    new Completeness.Incomplete(what + " " + gap.folder().path() + " could not be read ("
                            + gap.failure().reason().inWords() + ")."));
        }
        return new Reading<>(all.value(), completeness, all.readAt(), all.answers());
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
