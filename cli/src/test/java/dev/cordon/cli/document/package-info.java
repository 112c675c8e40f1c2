@NullMarked
package dev.cordon.cli.document;

import org.jspecify.annotations.NullMarked;
