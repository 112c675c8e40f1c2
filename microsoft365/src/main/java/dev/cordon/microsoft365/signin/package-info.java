/** Access tokens by Microsoft's own library, over the same HTTP client as everything else. Depends on wire and json. */
@NullMarked
package dev.cordon.microsoft365.signin;

import org.jspecify.annotations.NullMarked;
