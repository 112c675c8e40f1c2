/** The connection document and what can be read from it without a request. Depends on json. */
@NullMarked
package dev.cordon.microsoft365.connection;

import org.jspecify.annotations.NullMarked;
