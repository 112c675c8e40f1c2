/** Tests, doubles, contract suites and fixtures of the evidence room; other rooms use them from its test-jar. */
@NullMarked
package dev.cordon.evidence;

import org.jspecify.annotations.NullMarked;
