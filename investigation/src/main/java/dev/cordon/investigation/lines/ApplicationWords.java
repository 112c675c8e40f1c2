package dev.cordon.investigation.lines;

import dev.cordon.investigation.WordList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that applications are named with, by what such a name gives away. */
final class ApplicationWords {
    /** What a lure promises, in the languages people are lured in: something to read, to sign, to hear, to confirm, or one's pay. */
    static final WordList LURES = WordList.of("""
            document, documents, doc, docs, docu, pdf, file, files, attachment, scan, scanned, fax, efax, voice, voicemail, voicenote, audio, recording, sign, signature, esign, e-sign, invoice, invoicing, bill, remittance, payment, payroll, payslip, paystub, salary, wage, bonus, benefits, hr, human resources, policy, handbook, statement, receipt, order, quote, proposal, contract
            verify, verification, verifier, validate, validation, validator, captcha, authenticate, authentication, authenticator, mfa, 2fa, security, secure, secured, protect, protection, quarantine, encrypted, password, login, log in, signin, sign in, sso, single sign, account, upgrade, update, updater, storage, quota, shared, share, sharing, meeting, message, messages, mail, email, e-mail, mailbox, inbox, webmail
            dokument, dokumente, datei, dateien, anhang, rechnung, gehalt, lohn, abrechnung, sprachnachricht, unterschrift, vertrag, sicher, sicherheit, bestatig, anmeldung, konto, postfach, nachricht
            fichier, piece jointe, facture, salaire, paie, bulletin, message vocal, signature, contrat, securis, securite, verifi, connexion, compte, messagerie
            documento, archivo, adjunto, factura, nomina, salario, correo de voz, firma, contrato, segur, verific, inicio de sesion, cuenta, correo, mensaje
            fattura, busta paga, stipendio, firma, contratto, sicur, accesso, allegato, posta, messaggio, segreteria
            bestand, bijlage, factuur, salaris, loonstrook, handtekening, beveilig, veilig, verifieer, voicebericht, postvak
            fatura, recibo, salario, assinatura, arquivo, ficheiro, anexo, correio, mensagem, acesso
            faktura, lon, lonebesked, lonn, lonnsslipp, signering, sakerhet, saker, sikker, sikkerhet, bilaga, vedlegg, vedhaeft, verifiering, bekraft, bekreft, dokumentti, lasku, palkka, turvallinen, suojattu, allekirjoit, vahvista, tiedosto, liite
            plik, zalacznik, wynagrodzen, wyplata, podpis, bezpieczn, weryfik, poczta, umowa, soubor, priloha, vyplata, mzda, bezpec, zabezpec, overeni, overit, posta, fajl, melleklet, szamla, fizetes, berjegyzek, alairas, biztonsag, ellenorz, fisier, atasament, semnatura, securiz
            belge, dosya, ekli, maas, bordro, imza, guvenli, dogrula, e-posta, dokumentas, saskaita, dokuments, rekins, arve, racun, placa, dokumentum
            документ, файл, вложение, счет, зарплат, подпис, защищ, безопас, провер, голосов, почта, рахунок, захищ, безпек, перевір, пошта, εγγραφ, αρχειο, τιμολογ, μισθ, υπογραφ, ασφαλ, επαληθευ
            文書, 書類, ドキュメント, ファイル, 請求書, 給与, 署名, セキュア, セキュリティ, 認証, 確認, 音声, 文档, 文件, 发票, 工资, 签名, 安全, 验证, 语音, 檔案, 發票, 薪資, 簽名, 驗證, 문서, 파일, 청구서, 급여, 서명, 보안, 인증, 음성
            مستند, ملف, فاتورة, راتب, توقيع, امن, تحقق, صوتي, מסמך, קובץ, חשבונית, משכורת, חתימה, מאובטח, אימות, tai lieu, hoa don, bao mat, xac minh, dokumen, tagihan, gaji, tanda tangan, keamanan, verifikasi, เอกสาร, ใบแจ้งหนี้, เงินเดือน, ปลอดภัย, दस्तावेज़, चालान, वेतन, सुरक्षित""");

    /** Words that any name may have and that name no maker and no trade. */
    static final Set<String> FILLERS = words("""
            app apps application webapp web online cloud mobile desktop digital smart my you your new the a an of for to and us free pro plus basic premium lite beta v1 v2 v3
            viewer view reader read preview open opener downloader download upload portal center centre hub desk tool tools tooling manager management helper assistant agent client server service services svc system systems connector connect connection sync syncer synchronizer synchronization integration plugin addin addon extension platform suite
            scanner checker booster optimizer cleaner backup migration migrator notifier notification notifications alert alerts reminder calendar contacts contact card drive office data user users staff employee company business corporate internal it admin support office365 o365 365 access api graph task tasks job test demo default sample untitled example temp prod dev
            partner partnership department team teams single on remote helpdesk
            portail visionneuse lecteur portal visor lector visualizzatore lettore lezer viewer leser betrachter centrum zentrum online und et y e en de la le el il der die das do da per fur
            lasare laeser leser katselu katseluohjelma prohlizec przegladarka megtekinto vizualizare goruntuleyici""");

    /** What companies are called besides their names. */
    static final Set<String> FORMS = words("""
            inc llc ltd limited gmbh corp corporation company holding holdings group international solutions solution software technologies technology consulting digital labs studio studios global worldwide""");

    /** Words that say nothing of what an organisation's own program is for. */
    static final Set<String> BLAND = words("""
            mail email mails mailer mailbox exchange outlook service services svc srv system sys sync syncer task tasks job jobs graph api app apps application client test testing demo default sample temp tmp new my admin administrator user data core main prod dev backend connector connect connection helper agent worker process access tool tools update updater upgrade security secure office o365 m365 microsoft azure entra cloud web""");

    /** Microsoft's own names, whole: an application of anybody else that is called just so is a disguise. */
    static final Set<String> MICROSOFTS_OWN = Set.of(
            "exchange online",
            "office 365 exchange online",
            "office 365 sharepoint online",
            "sharepoint online",
            "microsoft graph",
            "microsoft teams",
            "microsoft office",
            "microsoft 365",
            "microsoft outlook",
            "microsoft exchange",
            "microsoft authenticator",
            "microsoft azure cli",
            "microsoft azure powershell",
            "azure active directory",
            "azure ad",
            "azure portal",
            "microsoft entra",
            "microsoft intune",
            "office 365",
            "office 365 management",
            "outlook",
            "outlook mobile",
            "onedrive",
            "onedrive syncengine",
            "windows azure active directory",
            "microsoft defender");

    /** Names of Microsoft's that are also written with one letter wrong. */
    static final Set<String> MICROSOFTS_WORDS =
            Set.of("microsoft", "outlook", "onedrive", "sharepoint", "authenticator");

    /** Makers whose names are borrowed, each also the word by which their own reply addresses are known. */
    private static final Set<String> MAKERS = words("""
            adobe docusign dropbox google zoom slack salesforce hubspot servicenow workday okta webex cisco ringcentral linkedin whatsapp facebook apple amazon paypal stripe xero intuit atlassian github evernote grammarly openai pandadoc wetransfer citrix sharefile fedex dhl""");

    /** Products that are better known than their makers. */
    private static final Map<String, String> MAKERS_OF_PRODUCTS = Map.ofEntries(
            Map.entry("acrobat", "adobe"),
            Map.entry("gmail", "google"),
            Map.entry("icloud", "apple"),
            Map.entry("quickbooks", "intuit"),
            Map.entry("jira", "atlassian"),
            Map.entry("confluence", "atlassian"),
            Map.entry("trello", "atlassian"),
            Map.entry("hellosign", "dropbox"),
            Map.entry("chatgpt", "openai"));

    private ApplicationWords() {}

    /** The maker whose name, or whose product's, {@code word} is. */
    static Optional<String> makerOf(String word) {
        return MAKERS.contains(word) ? Optional.of(word) : Optional.ofNullable(MAKERS_OF_PRODUCTS.get(word));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
