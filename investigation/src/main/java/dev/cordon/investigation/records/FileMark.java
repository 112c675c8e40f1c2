package dev.cordon.investigation.records;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The first bytes by which pictures, documents, mails and archives are told. */
final class FileMark {
    private record Mark(String mediaType, int offset, String bytes) {
        boolean isAt(byte[] beginning) {
            byte[] expected = bytes.getBytes(StandardCharsets.ISO_8859_1);
            if (beginning.length < offset + expected.length) {
                return false;
            }
            for (int i = 0; i < expected.length; i++) {
                if (beginning[offset + i] != expected[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Mark> FILES = List.of(
            new Mark("image/png", 0, "\u0089PNG\r\n\u001a\n"),
            new Mark("image/jpeg", 0, "\u00ff\u00d8\u00ff"),
            new Mark("image/gif", 0, "GIF8"),
            new Mark("image/webp", 8, "WEBP"),
            new Mark("image/bmp", 0, "BM"),
            new Mark("image/tiff", 0, "II*\u0000"),
            new Mark("image/tiff", 0, "MM\u0000*"),
            new Mark("image/heic", 4, "ftyp"),
            new Mark("application/pdf", 0, "%PDF-"),
            new Mark("application/vnd.ms-outlook", 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"),
            new Mark("text/rtf", 0, "{\\rtf"));

    /** What is in them cannot be looked at here, and may be a thousand times their size. */
    private static final List<Mark> ARCHIVES = List.of(
            new Mark("zip archive (or a spreadsheet or document, which is one)", 0, "PK\u0003\u0004"),
            new Mark("zip archive", 0, "PK\u0005\u0006"),
            new Mark("gzip archive", 0, "\u001f\u008b"),
            new Mark("7z archive", 0, "7z\u00bc\u00af'\u001c"),
            new Mark("rar archive", 0, "Rar!\u001a"),
            new Mark("bzip2 archive", 0, "BZh"),
            new Mark("xz archive", 0, "\u00fd7zXZ"),
            new Mark("zstd archive", 0, "(\u00b5/\u00fd"),
            new Mark("cabinet archive", 0, "MSCF"));

    private FileMark() {}

    /** The media type of a file that is told by its first bytes. Two letters alone tell a bitmap only where no text follows. */
    static Optional<String> mediaType(byte[] beginning) {
        return FILES.stream()
                .filter(mark -> mark.isAt(beginning))
                .map(Mark::mediaType)
                .filter(type -> !type.equals("image/bmp") || (beginning.length > 9 && beginning[6] == 0))
                .findFirst();
    }

    static void refuseArchives(byte[] beginning) {
        ARCHIVES.stream().filter(mark -> mark.isAt(beginning)).findFirst().ifPresent(mark -> {
            throw new MalformedLogFileException(
                    "byte 1",
                    "the file is a " + mark.mediaType() + ", and nothing is unpacked here.",
                    "Unpack it, save a spreadsheet as \"CSV UTF-8\", and import what was in it file by file. Nothing was imported.");
        });
    }
}
