/** Inbox rules as Exchange and Graph show them together. Depends on exchange and graph. */
@NullMarked
package dev.cordon.microsoft365.rules;

import org.jspecify.annotations.NullMarked;
