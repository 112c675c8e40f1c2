package dev.cordon.investigation.reconstruction;

import java.util.List;

/**
 * What the attacker did with files in SharePoint and OneDrive.
 *
 * @param rows how many rows are about files, by anybody: "none found" is only ever said together with this
 * @param acts each file with what he did, in order of time
 * @param bounds what it can have been beyond them; empty where he is not seen in the rows at all
 */
public record TouchedFiles(long rows, List<FileAct> acts, List<FileBound> bounds) {
    /** Of rows of which none is about a file, and none his. */
    public static final TouchedFiles NONE = new TouchedFiles(0, List.of(), List.of());

    public TouchedFiles {
        if (rows < 0) {
            throw new IllegalArgumentException("rows is negative: " + rows);
        }
        acts = List.copyOf(acts);
        bounds = List.copyOf(bounds);
    }

    /** The acts of one kind. */
    public List<FileAct> acts(FileAct.Kind kind) {
        return acts.stream().filter(act -> act.kind() == kind).toList();
    }
}
