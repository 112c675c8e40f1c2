/** Tests, doubles, contract suites and fixtures of the journal; other rooms use them from the test-jar. */
@NullMarked
package dev.cordon.procedure.journal;

import org.jspecify.annotations.NullMarked;
