/** Tests and fixtures of the procedure room; other rooms use the fixtures from its test-jar. */
@NullMarked
package dev.cordon.procedure;

import org.jspecify.annotations.NullMarked;
