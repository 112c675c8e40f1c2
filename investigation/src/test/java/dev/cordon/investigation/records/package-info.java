/** What importers and keepers of log rows promise; a double of the keeper. */
@NullMarked
package dev.cordon.investigation.records;

import org.jspecify.annotations.NullMarked;
