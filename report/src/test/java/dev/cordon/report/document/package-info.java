/** Tests of the renderings with hostile text. */
@NullMarked
package dev.cordon.report.document;

import org.jspecify.annotations.NullMarked;
