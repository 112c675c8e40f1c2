/**
 * A report as a tree of a few kinds of blocks, and its renderings as Markdown and HTML. Escaping happens here and nowhere else: whatever
 * text a block holds, a rendering shows it and is not changed by it. Knows nothing of incidents; depends on nothing.
 */
@NullMarked
package dev.cordon.report.document;

import org.jspecify.annotations.NullMarked;
