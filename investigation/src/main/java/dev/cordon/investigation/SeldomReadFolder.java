package dev.cordon.investigation;

import java.util.List;
import java.util.Locale;

/** Folders that people seldom open: where mail goes to be unseen. Names as Exchange prints them, in several languages. */
enum SeldomReadFolder {
    /** Deleting by another name. */
    DELETED(
            "deleted items",
            "deleted",
            "trash",
            "geloschte elemente",
            "geloschte objekte",
            "elements supprimes",
            "elementos eliminados",
            "posta eliminata",
            "verwijderde items",
            "itens excluidos",
            "elementy usuniete",
            "borttagna objekt",
            "slettet post",
            "poistetut",
            "удаленные",
            "削除済み",
            "已删除"),
    /** Nobody looks there at all. */
    FORGOTTEN(
            "rss",
            "conversation history",
            "aufgezeichnete unterhaltungen",
            "unterhaltungsverlauf",
            "historique des conversations",
            "historial de conversaciones",
            "cronologia conversazioni",
            "gespreksgeschiedenis",
            "sync issues",
            "synchronisierungsprobleme",
            "problemes de synchronisation",
            "server failures",
            "local failures",
            "conflicts",
            "conflict",
            "outbox",
            "postausgang",
            "notes",
            "notizen",
            "journal",
            "yammer",
            "externalcontacts",
            "quick step",
            "calendar",
            "kalender",
            "contacts",
            "kontakte",
            "recoverable items",
            "deletions",
            "purges"),
    /** Looked at now and then. */
    JUNK(
            "junk",
            "spam",
            "bulk",
            "clutter",
            "courrier indesirable",
            "correo no deseado",
            "posta indesiderata",
            "ongewenste",
            "lixo",
            "skrappost",
            "uonsket",
            "roskaposti",
            "нежелательн",
            "迷惑メール",
            "垃圾"),
    /** Many people do use it. */
    ARCHIVE("archiv", "arkiv", "arkisto", "архив", "アーカイブ", "存档");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of and never changed
    private final List<String> names;

    SeldomReadFolder(String... names) {
        this.names = List.of(names);
    }

    /**
     * Whether {@code folder} is such a folder: a name, which may hold any sign, or a path as Exchange writes it, with backslashes behind the
     * mailbox and a colon or from the root on.
     */
    boolean matches(String folder) {
        String plain = Words.plain(folder).toLowerCase(Locale.ROOT).strip();
        boolean isPath = plain.startsWith("\\") || plain.contains(":\\");
        String last = isPath ? plain.substring(plain.lastIndexOf('\\') + 1).strip() : plain;
        return switch (this) {
            case FORGOTTEN -> names.stream().anyMatch(name -> isOrStarts(last, name));
            case DELETED, JUNK, ARCHIVE -> names.stream().anyMatch(last::startsWith);
        };
    }

    private static boolean isOrStarts(String folder, String name) {
        return name.equals("rss") ? folder.startsWith("rss") : folder.equals(name) || folder.equals(name + "s");
    }
}
