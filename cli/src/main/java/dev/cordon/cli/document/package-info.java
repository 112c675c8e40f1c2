/**
 * The JSON documents of the command line, one class for each, with exactly the keys that {@code docs/manual/json.md}
 * promises.
 */
@NullMarked
package dev.cordon.cli.document;

import org.jspecify.annotations.NullMarked;
