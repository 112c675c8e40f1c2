/** The query options of OData as Graph understands them, over JSON trees. Depends on JSON only. */
@NullMarked
package dev.cordon.simulator.odata;

import org.jspecify.annotations.NullMarked;
