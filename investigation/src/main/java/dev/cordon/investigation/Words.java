package dev.cordon.investigation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that give an attacker's interest away, in the languages mailboxes are kept in. Found at the start of a word, in any case. */
enum Words {
    /** Money: what a fraudster waits for. */
    FINANCE(
            "invoice",
            "payment",
            "payable",
            "remittance",
            "remit",
            "wire transfer",
            "wire",
            "iban",
            "swift",
            "bank",
            "banking",
            "bankverbindung",
            "payroll",
            "salary",
            "direct deposit",
            "ach",
            "purchase order",
            "deposit",
            "funds",
            "w-2",
            "kyc",
            "rechnung",
            "zahlung",
            "uberweisung",
            "ueberweisung",
            "kontonummer",
            "gehalt",
            "mahnung",
            "lastschrift",
            "facture",
            "paiement",
            "virement",
            "salaire",
            "releve",
            "factura",
            "pago",
            "transferencia",
            "nomina",
            "cuenta bancaria",
            "fattura",
            "pagamento",
            "bonifico",
            "stipendio",
            "factuur",
            "betaling",
            "overschrijving",
            "salaris",
            "fatura",
            "boleto",
            "faktura",
            "betalning",
            "lon",
            "utbetaling",
            "maksu",
            "lasku",
            "platnosc",
            "przelew",
            "wynagrodzenie",
            "platba",
            "szamla",
            "odeme",
            "счет",
            "платеж",
            "оплат",
            "зарплат",
            "рахунок",
            "τιμολογιο",
            "πληρωμ",
            "発票",
            "請求書",
            "支払",
            "振込",
            "发票",
            "付款",
            "转账",
            "匯款",
            "청구서",
            "송금",
            "فاتورة",
            "دفع",
            "חשבונית",
            "תשלום"),

    /** Warnings the owner must not see. */
    CONCEALMENT(
            "phish",
            "spam",
            "hack",
            "hacked",
            "hacker",
            "hacking",
            "spammer",
            "hijack",
            "suspicious",
            "unusual",
            "fraud",
            "malware",
            "virus",
            "malicious",
            "fake",
            "scam",
            "security alert",
            "security",
            "compromis",
            "password",
            "helpdesk",
            "help desk",
            "it support",
            "do not reply",
            "do not open",
            "do not click",
            "did you send",
            "is this legit",
            "verification code",
            "mfa",
            "multi-factor",
            "authenticator",
            "new device",
            "sign-in",
            "signin",
            "undeliverable",
            "delivery fail",
            "mailer-daemon",
            "postmaster",
            "docusign request",
            "fatal",
            "betrug",
            "verdachtig",
            "gehackt",
            "kennwort",
            "passwort",
            "sicherheit",
            "warnung",
            "unzustellbar",
            "hameconnage",
            "pirat",
            "mot de passe",
            "suspect",
            "securite",
            "arnaque",
            "fraude",
            "contrasena",
            "sospechos",
            "seguridad",
            "estafa",
            "hackead",
            "sospett",
            "sicurezza",
            "truffa",
            "violat",
            "wachtwoord",
            "verdacht",
            "beveiliging",
            "oplichting",
            "senha",
            "suspeit",
            "seguranca",
            "losenord",
            "bedrageri",
            "misstankt",
            "huijaus",
            "salasana",
            "haslo",
            "podejrzan",
            "oszust",
            "парол",
            "подозрит",
            "мошенн",
            "взлом",
            "фишинг",
            "迷惑",
            "詐欺",
            "不審",
            "パスワード",
            "密码",
            "诈骗",
            "钓鱼",
            "可疑",
            "피싱",
            "비밀번호",
            "احتيال",
            "كلمة المرور");

    private final Pattern pattern;

    Words(String... words) {
        String alternatives =
                Arrays.stream(words).map(Words::plain).map(Words::expression).collect(Collectors.joining("|"));
        this.pattern = Pattern.compile(alternatives);
    }

    /** Short Latin words must stand alone ({@code ach} is not in "achieve"); scripts without blanks match anywhere. */
    private static String expression(String word) {
        String quoted = Pattern.quote(word);
        if (!isAlphabetic(word)) {
            return quoted;
        }
        boolean shortLatin = word.length() <= 4 && word.chars().allMatch(character -> character < 128);
        return "(?<![\\p{L}\\p{N}])" + quoted + (shortLatin ? "(?![\\p{L}\\p{N}])" : "");
    }

    boolean foundIn(String text) {
        return pattern.matcher(plain(text)).find();
    }

    boolean foundInAny(List<String> texts) {
        return texts.stream().anyMatch(this::foundIn);
    }

    /** Lower-case without accents, compatibility forms and invisible characters: what is read, not how it is written. */
    static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .filter(Quote::isVisible)
                .map(Words::straight)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static int straight(int codePoint) {
        return switch (codePoint) {
            case 'ł' -> 'l';
            case 'Ł' -> 'L';
            case 'ø' -> 'o';
            case 'Ø' -> 'O';
            case 'ı' -> 'i';
            default -> codePoint;
        };
    }

    private static boolean isAlphabetic(String word) {
        return word.codePoints().anyMatch(codePoint -> {
            Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
            return script == Character.UnicodeScript.LATIN
                    || script == Character.UnicodeScript.CYRILLIC
                    || script == Character.UnicodeScript.GREEK;
        });
    }
}
