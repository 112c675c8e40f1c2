package dev.cordon.investigation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Folders that people seldom open: where mail goes to be unseen. Names as Exchange prints them, in several languages. */
public enum SeldomReadFolder {
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
            "deleteditems",
            "itens eliminados",
            "elemente sterse",
            "odstranena posta",
            "odstranene polozky",
            "torolt elemek",
            "silinmis ogeler",
            "slettede elementer",
            "διαγραμμενα",
            "видалені",
            "刪除的郵件",
            "지운 편지함",
            "פריטים שנמחקו",
            "העברו לאשפה",
            "العناصر المحذوفة",
            "papierkorb",
            "corbeille",
            "papelera",
            "cestino",
            "prullenbak",
            "lixeira",
            "papperskorg",
            "papirkurv",
            "roskakori",
            "cos de gunoi",
            "корзина",
            "ごみ箱",
            "削除済み",
            "已删除"),
    /** Nobody looks there at all. */
    FORGOTTEN(
            "conversation history",
            "aufgezeichnete unterhaltungen",
            "unterhaltungsverlauf",
            "historique des conversations",
            "verlauf der unterhaltungen",
            "historico de conversas",
            "historico de conversacoes",
            "historico de conversacao",
            "historia konwersacji",
            "konversationshistorik",
            "samtalehistorik",
            "samtaleoversigt",
            "samtalelogg",
            "samtalehistorikk",
            "keskusteluhistoria",
            "historie konverzaci",
            "historia konverzacii",
            "beszelgetesi elozmenyek",
            "istoric conversatii",
            "konusma gecmisi",
            "история разговоров",
            "журнал бесед",
            "журнал розмов",
            "історія розмов",
            "ιστορικο συνομιλιων",
            "会話の履歴",
            "会話履歴",
            "スレッド履歴",
            "对话历史记录",
            "对话历史",
            "交談記錄",
            "交談歷程記錄",
            "대화 내용",
            "대화 기록",
            "سجل المحادثات",
            "محفوظات المحادثات",
            "היסטוריית שיחות",
            "conversation action settings",
            "quick step settings",
            "social activity notifications",
            "working set",
            "problemas de sincronizacion",
            "problemi di sincronizzazione",
            "synchronisatieproblemen",
            "problemas de sincronizacao",
            "synkroniseringsproblem",
            "synkroniseringsproblemer",
            "synkronointiongelmat",
            "problemy z synchronizacja",
            "ошибки синхронизации",
            "同期の失敗",
            "同步问题",
            "konflikte",
            "conflits",
            "conflictos",
            "conflitti",
            "serverfehler",
            "lokale fehler",
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
            "junkemail",
            "nevyzadana posta",
            "nevyziadana posta",
            "levelszemet",
            "e-mail nedorit",
            "mesaje nedorite",
            "onemsiz",
            "gereksiz",
            "ανεπιθυμητ",
            "דואר זבל",
            "البريد الإلكتروني غير",
            "정크",
            "垃圾",
            "небажана",
            "wiadomosci-smieci",
            "wiadomosci smieci",
            "soppelpost",
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
            "skrap"),
    /** Many people do use it. */
    ARCHIVE(
            "archiv", "arkiv", "arkisto", "архив", "アーカイブ", "存档", "archief", "arquivo", "arhiv", "arsiv", "αρχειο",
            "ארכיון", "أرشيف", "보관", "封存", "归档", "архів");

    /** Feeds are called so in every language, before or behind another word. */
    private static final Pattern FEEDS = Pattern.compile("(?<![\\p{L}\\p{N}])rss");

    @SuppressWarnings("ImmutableEnumChecker") // made once and never changed
    private final List<String> names;

    SeldomReadFolder(String... names) {
        this.names = Stream.of(names).map(Words::plain).toList();
    }

    /**
     * Whether {@code folder} is such a folder: a name, which may hold any sign, or a path as Exchange writes it, with backslashes behind the
     * mailbox and a colon or from the root on.
     */
    public boolean matches(String folder) {
        String plain = Words.plain(folder).toLowerCase(Locale.ROOT).strip();
        boolean isPath = plain.startsWith("\\") || plain.contains(":\\");
        String last = isPath ? plain.substring(plain.lastIndexOf('\\') + 1).strip() : plain;
        return switch (this) {
            case FORGOTTEN -> FEEDS.matcher(last).find() || names.stream().anyMatch(name -> isNamed(last, name));
            case DELETED, JUNK, ARCHIVE -> names.stream().anyMatch(last::startsWith);
        };
    }

    private static boolean isNamed(String folder, String name) {
        return folder.equals(name) || folder.equals(name + "s");
    }
}
