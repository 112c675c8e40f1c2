/** Strict reading of small YAML files that people write: every problem at once, each with its line; no tags, no aliases, no surprises. */
@NullMarked
package dev.cordon.playbooks.yaml;

import org.jspecify.annotations.NullMarked;
