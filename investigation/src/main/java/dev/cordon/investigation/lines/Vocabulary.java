package dev.cordon.investigation.lines;

import dev.cordon.investigation.WordList;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words by which a rule shows what it is after, in the languages mailboxes are kept in. */
final class Vocabulary {
    /** Somebody warns, asks back, or a service reports a doubtful sign-in: what the owner of a stolen mailbox must not read. */
    static final WordList ALARM = WordList.of("""
            phish, hacked, hacker, hacking, hack, hijack, compromis, suspicious, unusual, fraud, scam, malicious, spoof, spammer, impersonat, breach
            malware, virus, fake email, fake mail, fake, did you send, is this you, did you mean to send, is this legit, legit, legitimate, is this real, is this from you, your email has been
            do not open, don't open, do not click, don't click, don't reply, do not reply, do not respond, security alert, security notice, unauthorized, unauthorised
            new sign-in, sign-in attempt, signin attempt, sign in attempt, sign-in from, login attempt, new login, new device, verification code, security code
            mfa, multi-factor, two-factor, authenticator, security info, password reset, password changed, password change, account locked, account recovery, identity theft
            gehackt, betrug, betrug, verdachtig, kompromittiert, missbrauch, schadsoftware, hast du das geschickt, bist du das, nicht offnen, nicht anklicken, falsche mail, sicherheitswarnung, sicherheitshinweis, sicherheitsmeldung, neue anmeldung, anmeldeversuch, bestatigungscode, nicht autorisiert, kennwort zuruckgesetzt, kennwort geandert, passwort geandert, identitatsdiebstahl
            pirate, piratage, piratee, hameconnage, arnaque, escroquerie, usurpation, suspect, suspecte, frauduleux, connexion inhabituelle, alerte de securite, ne pas ouvrir, ne pas cliquer, nouvelle connexion, code de verification, mot de passe modifie
            hackeado, hackead, pirateado, sospechos, estafa, fraude, suplantacion, inicio de sesion inusual, alerta de seguridad, no abrir, no abras, codigo de verificacion, cuenta comprometida, contrasena cambiada
            hackerato, violato, sospett, truffa, frode, avviso di sicurezza, accesso insolito, non aprire, codice di verifica, phishing
            gehackt, verdacht, oplichting, fraude, beveiligingswaarschuwing, niet openen, ongebruikelijke, verificatiecode
            suspeit, fraude, golpe, hackeada, alerta de seguranca, nao abra, codigo de verificacao, invadid
            misstankt, bedrageri, bluff, hackad, hackat, sakerhetsvarning, oppna inte, verifieringskod, mistenkelig, svindel, mistaenkelig, svindel, hacket, sikkerhetsadvarsel, sikkerhedsadvarsel
            huijaus, epailyttav, tietojenkalastelu, hakkeroitu, ala avaa, turvallisuusvaroitus
            podejrzan, oszust, wylud, zhakowan, wlaman, alert bezpieczenstwa, nie otwieraj, kod weryfikacyjny
            podezrel, podvod, napaden, hacknut, bezpecnostni upozorneni, neotvirejte, overovaci kod, podozriv, bezpecnostne upozornenie
            gyanus, csalas, feltort, adathalasz, biztonsagi figyelmeztetes, ne nyisd meg, suspect, frauda, inselatorie, spart, alerta de securitate
            supheli, dolandiric, sahte, hacklendi, ele gecirildi, guvenlik uyarisi, dogrulama kodu, oltalama
            подозрит, мошенн, взлом, фишинг, вирус, не открыва, код подтверждения, оповещение системы безопасности, обман, підозріл, шахра, злам, фішинг, код підтвердження
            υποπτ, απατη, παραβιασ, ηλεκτρονικο ψαρεμα, κωδικος επαληθευσης, ειδοποιηση ασφαλειας
            詐欺, 不審, 不正アクセス, 不正ログイン, フィッシング, なりすまし, 乗っ取り, 怪しい, ウイルス, 開かないで, セキュリティ警告, 確認コード
            诈骗, 钓鱼, 可疑, 被盗, 黑客, 盗号, 病毒, 安全警报, 验证码, 诈騙, 詐騙, 釣魚, 被盜, 駭客, 安全警示, 驗證碼
            피싱, 해킹, 사기, 의심스러운, 보안 경고, 인증 코드, 도용, 스미싱
            احتيال, مشبوه, اختراق, تصيد, رمز التحقق, تنبيه أمني, هاك, פישינג, חשוד, הונאה, נפרץ, פריצה, התראת אבטחה, קוד אימות
            lua dao, gia mao, mencurigakan, penipuan, diretas""");

    /** Business on which money follows. */
    static final WordList BUSINESS = WordList.of("""
            contract, agreement, offer, price, pricing, quotation, tender, merger, acquisition, due diligence, closing, settlement, deal, signed, docusign, proposal, contract, vertrag, angebot, preisliste, contrat, devis, contrato, oferta, presupuesto, contratto, offerta, preventivo, offerte, overeenkomst, proposta, avtal, anbud, kontrakt, tilbud, sopimus, tarjous, umowa, smlouva, szerzodes, contract, sozlesme, teklif, договор, контракт, договір, συμβαση, 契約, 見積, 合同, 報價, 报价, 계약, 견적, عقد, חוזה""");

    /** What says that a mail did not arrive. */
    static final WordList BOUNCE = WordList.of("""
            undeliver, delivery fail, delivery has failed, delivery status, mail delivery, mailer-daemon, mailerdaemon, postmaster, returned mail, failure notice, non-delivery, nondelivery, message blocked, address not found
            unzustellbar, nicht zustellbar, non remis, non distribue, echec de la remise, no se puede entregar, no entregado, devuelto, non recapitabile, mancata consegna, onbestelbaar, nao foi possivel entregar, nao entregue, olevererbar, gar inte att leverera, kan ikke leveres, toimittaminen epaonnistui, niedostarczone, nedorucitelne, nedorucen, kezbesithetetlen, nelivrabil, teslim edilemedi
            kan inte levereras, kunde inte levereras, kunne ikke leveres, kan ikke leveres, kunne ikke levere, ei voitu toimittaa, konnte nicht zugestellt, nicht zugestellt, n'a pas pu etre remis, impossible a remettre, no se pudo entregar, impossibile recapitare, kon niet worden bezorgd, kan niet worden bezorgd, nao pode ser entregue, nie mozna dostarczyc, nelze dorucit, nie je mozne dorucit, nem kezbesitheto, nu a putut fi livrat, teslim edilemedi
            не удалось доставить, не вдалося доставити, δεν παραδοθηκε, 配信できません, 未送达, 未送達, 전송 실패, تعذر التسليم, לא נמסר
            недоставлен, не доставлено, 配信不能, 无法投递, 退信, 無法傳遞, 배달되지""");

    /** Answers that nobody writes himself: they come back from whomever one has written to. */
    static final WordList AUTOMATIC_ANSWER = WordList.of("""
            automatic reply, auto reply, autoreply, auto-reply, automatische antwort, abwesenheitsnotiz, reponse automatique, respuesta automatica, risposta automatica, automatisch antwoord, resposta automatica, automatiskt svar, autosvar, automatisk svar, automaattinen vastaus, odpowiedz automatyczna, automaticka odpoved, automatikus valasz, raspuns automat, otomatik yanit
            автоответ, автоматический ответ, автоматична відповідь, αυτοματη απαντηση, 自動応答, 自动答复, 自動回覆, 자동 회신, رد تلقائي, תשובה אוטומטית""");

    /** What phishing mail that goes out of a stolen mailbox is about: who asks back about it has such a subject. */
    static final WordList BAIT = WordList.of("""
            voicemail, voice message, document for, document shared, shared document, shared a file, shared with you, onedrive shared, sharepoint, docusign, for signature, fax received, review and sign, proposal, rfp, request for quote, bid invitation""");

    /** Cards whose numbers are money: what somebody asks for in a chief's name. */
    static final WordList GIFT_CARDS = WordList.of("""
            gift card, giftcard, itunes, steam card, google play card, apple card, amazon card, prepaid card, geschenkkarte, gutscheinkarte, carte cadeau, cartes cadeaux, tarjeta regalo, tarjetas de regalo, carta regalo, cadeaubon, cadeaukaart, presentkort, gavekort, lahjakort, karta podarunkowa""");

    /** Marks that filters set on unwanted mail. */
    static final WordList UNWANTED = WordList.of("""
            spam, junk, bulk, x-spam, pourriel, indesirable, no deseado, ungewollt, werbung, reklame, reklama, реклама, спам, 广告, 광고, 迷惑, advertisement, viagra, casino, lottery, crypto, bitcoin, pills, seo, backlinks, you have won, gewonnen, weight loss""");

    /** Roles that a fraudster waits for or hides from, as they stand in addresses and in words. */
    static final WordList AUTHORITY = WordList.of("""
            ceo, cfo, coo, cto, boss, chief, president, managing director, director, directors, chairman, owner, board, executive, controller, treasurer, treasury, finance, accounting, accounts, accountant, accountspayable, accountsreceivable, payroll, billing, human resources, hr, legal, audit, auditor, procurement, purchasing, ap, ar
            geschaftsfuhr, geschaeftsfuehr, vorstand, chef, buchhaltung, finanzen, finanzabteilung, personalabteilung, lohnbuchhaltung, steuerberat, einkauf, gf
            pdg, directeur, direction, dirigeant, comptabilite, compta, comptable, daf, rh, paie, gerente, director general, contabilidad, finanzas, tesoreria, rrhh, direttore, amministrazione, contabilita, amministratore, directeur, boekhouding, financien, administratie, diretor, financeiro, contabilidade, ekonomi, okonomi, regnskap, bogholderi, talous, talousosasto, toimitusjohtaja, vd, prezes, ksiegowosc, ucetni, ucetnictvi, ekonom, konyveles, penzugy, ugyvezeto, contabilitate, muhasebe, genel mudur
            бухгалтер, директор, генеральный, начальник, λογιστηριο, διευθυντ, 社長, 経理, 財務, 部長, 总经理, 老板, 财务, 會計, 财务部, 사장, 대표, 재무, 경리, 회계, مدير, المالية, محاسب, מנכל, הנהלת חשבונות, כספים""");

    /** Who would warn: the administrators, and the mail system itself. */
    static final WordList WATCHMEN = WordList.of("""
            security, infosec, itsecurity, it-security, soc, csirt, cert, abuse, phishing, helpdesk, help desk, servicedesk, service desk, itsupport, it support, it-support, support-it, sysadmin, administrator, admin, it-admin, postmaster, mailer-daemon, accountprotection, account-security, mssecurity, msonlineservicesteam, alerts@microsoft, identity protection, defender, knowbe4
            sicherheit, it-hilfe, edv, informatique, securite, sistemas, soporte, sicurezza, assistenza it, beveiliging, seguranca, suporte, bezpieczenstwo, безопасность, техподдержка, セキュリティ, 情報システム, ヘルプデスク, 安全, 信息安全, 보안, 전산""");

    /** How answers and forwarded mail begin in many languages: a rule that looks for that takes the whole conversation. */
    static final Set<String> ANSWERS = Set.of(
            "re", "re:", "fw", "fw:", "fwd", "fwd:", "aw:", "aw", "wg:", "wg", "sv:", "sv", "vs:", "vl:", "vb:", "tr:",
            "rv:", "res:", "enc:", "i:", "r:", "odp:", "odp", "pd:", "antw:", "doorst:", "ynt:", "ilt:", "ответ:",
            "回复:", "答复:", "转发:", "回覆:", "返信:", "転送:", "回复：", "答复：", "转发：", "回覆：");

    /** Folders of Exchange's own in which nobody reads mail, as {@link #plain} writes them. */
    static final Set<String> NO_MAIL_FOLDERS = Stream.of("""
            notes, journal, calendar, contacts, tasks, drafts, sent items, sent, suggested contacts, people, files, working set, templates
            notizen, kalender, kontakte, aufgaben, entwurfe, gesendete elemente, calendrier, contacts, taches, brouillons, elements envoyes, journal, notes, calendario, contactos, tareas, borradores, elementos enviados, diario, notas, contatti, attivita, bozze, posta inviata, note, agenda, contactpersonen, taken, concepten, verzonden items, notities, contatos, tarefas, rascunhos, itens enviados
            anteckningar, kontakter, uppgifter, utkast, skickat, noter, opgaver, kladder, sendt post, notater, oppgaver, kalenteri, yhteystiedot, tehtavat, luonnokset, muistiinpanot, kalendarz, kontakty, zadania, notatki, kalendar, ukoly, poznamky, naptar, nevjegyek, feladatok, jegyzetek, calendar, contacte, activitati, takvim, kisiler, gorevler, notlar
            календарь, контакты, задачи, заметки, черновики, дневник, ημερολογιο, επαφες, σημειωσεις, 予定表, 連絡先, タスク, メモ, 下書き, 日历, 联系人, 任务, 便笺, 草稿, 行事曆, 일정, 연락처, 작업, 메모""".split("[,\\n]"))
            .map(WordList::plain)
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    /** What a person in a hurry takes for a rule or an application of Microsoft's. */
    static final WordList OFFICIAL = WordList.of("""
            outlook, exchange, microsoft, office, office365, o365, m365, windows, defender, system, sync, update, upgrade, security, administrator, admin, server, policy, default, quarantine""");

    private Vocabulary() {}

    static String plain(String text) {
        return WordList.plain(text).strip();
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Words and letters that nearly every body has, in the languages most mail is written in. */
    private static final Set<String> IN_BODIES = Set.of("""
            an en er in on re te de he th es st nd at or ar le la it is ou ng se al to as ed ti me ne ur be us we my no so if un el il di da do os um
            you your from sent subject body html mailto image please best regards thank thanks hello dear this that with have for are not will
            und die der das ist sie mit von ich nicht grusse mfg bonjour cordialement merci pour vous les des est para que los las por con gracias
            saludos hola per che non grazie cordiali saluti een het van niet groeten obrigado com nao och att det jag med hilsen mvh pozdrawiam""".strip().split("\\s+"));

    /** Headers that every mail has, and what stands in them. */
    private static final Set<String> IN_HEADERS = Set.of("""
            received received: from by with for id to to: date date: subject subject: message-id message-id: mime-version mime-version: content-type content-type:
            return-path return-path: smtp esmtp esmtps tls multipart text charset boundary authentication-results dkim spf dmarc x-ms- x-ms-exchange
            x-ms-exchange-organization x-ms-exchange-transport arc-seal outlook.com protection.outlook.com prod.outlook.com version 1.0 content content- message mime
            x- thread-topic thread-index references in-reply-to accept-language content-language""".strip().split("\\s+"));

    static boolean isInAnyBody(String text) {
        return isInAnyMail(text) || IN_BODIES.contains(plain(text));
    }

    static boolean isInAnyHeader(String text) {
        return isInAnyMail(text) || IN_HEADERS.contains(plain(text));
    }

    /** Whether nearly every mail has this text: a letter, a sign, a vowel, the ending of most addresses. */
    static boolean isInAnyMail(String text) {
        String plain = plain(text);
        boolean isShort = plain.codePointCount(0, plain.length()) <= 1
                && plain.codePoints().noneMatch(Character::isIdeographic);
        return isShort
                || Set.of(
                                ".com",
                                "com",
                                "@",
                                "http",
                                "https",
                                "the",
                                "and",
                                "..",
                                "www",
                                "to:",
                                "from:",
                                "received",
                                "mail")
                        .contains(plain);
    }
}
