/** Tests of the engine. */
@NullMarked
package dev.cordon.procedure.engine;

import org.jspecify.annotations.NullMarked;
