/** Microsoft Graph: its addresses, paging, batches and refusals, and the areas of the contract that it answers. Depends on wire and json. */
@NullMarked
package dev.cordon.microsoft365.graph;

import org.jspecify.annotations.NullMarked;
