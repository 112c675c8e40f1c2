/**
 * The use cases, one class each: what a person can ask Cordon to do. The doors call nothing else; nothing here knows of HTTP, SQL or a
 * terminal.
 */
@NullMarked
package dev.cordon.response;

import org.jspecify.annotations.NullMarked;
