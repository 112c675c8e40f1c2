package dev.cordon.report.document;

/**
 * The PDF could not be made on this machine, for example because its Java runtime has no fonts or no graphics. The other formats are not
 * touched by it.
 */
public final class PdfNotMadeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PdfNotMadeException(Throwable cause) {
        super("its Java runtime lacks fonts or graphics, or the page could not be laid out", cause);
    }
}
