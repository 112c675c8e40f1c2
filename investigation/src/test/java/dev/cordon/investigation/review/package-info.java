/** What is found in rows of logs, tried on exports as they really look. */
@NullMarked
package dev.cordon.investigation.review;

import org.jspecify.annotations.NullMarked;
