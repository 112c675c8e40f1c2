package dev.cordon.investigation.phishing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What whoever has a phishing mail is asked; answered with an {@link dev.cordon.investigation.Answer}. */
public enum Question {
    CLICKED("Did you click the link, scan the code or open the attachment?", "the link was clicked"),
    PAGE_SEEN("Did a page appear other than a warning that the link was blocked?", "a page appeared"),
    OPENED_ELSEWHERE(
            "Did you open it anywhere other than in the mail itself: copied, on a telephone, from another mailbox?",
            "it was opened outside the mail"),
    PASSWORD_TYPED("Did you type your password?", "the password was typed"),
    PROMPT_APPROVED(
            "Did you approve a sign-in on your telephone, or type a code from it?",
            "a sign-in was approved on the telephone"),
    CODE_ENTERED(
            "Did the mail or the page show you a code that you entered on a page of Microsoft's?",
            "a code of the sender's was entered"),
    CONSENT_GIVEN("Did you accept that an application may use your account?", "an application was given access"),
    DETAILS_TYPED(
            "Did you type anything else: a card number, personal data, a telephone number?",
            "other details were typed"),
    FILE_DOWNLOADED("Was a file downloaded?", "a file was downloaded"),
    FILE_OPENED("Did you open or run that file?", "the file was opened"),
    COMMAND_RUN(
            "Were you told to copy a text and run it (Windows+R, Terminal), and did you?", "a pasted command was run");

    private static final Set<Question> OF_HARM = EnumSet.of(
            PASSWORD_TYPED,
            PROMPT_APPROVED,
            CODE_ENTERED,
            CONSENT_GIVEN,
            DETAILS_TYPED,
            FILE_DOWNLOADED,
            FILE_OPENED,
            COMMAND_RUN);

    private final String text;
    private final String affirmed;

    Question(String text, String affirmed) {
        this.text = text;
        this.affirmed = affirmed;
    }

    /** The question as it is put to the person. */
    public String text() {
        return text;
    }

    /** What a yes says, as part of a sentence. */
    String affirmed() {
        return affirmed;
    }

    /** Whether a yes says that something was handed over, let in or run, so that the page was reached. */
    public boolean isOfHarm() {
        return OF_HARM.contains(this);
    }

    /** Those of which a yes says that something was handed over, let in or run, in their order. */
    public static List<Question> ofHarm() {
        return List.copyOf(OF_HARM);
    }
}
