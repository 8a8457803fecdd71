/** Load shapes: each a Gatling simulation that reads like a description of its load. */
@NullMarked
package shadow;

import org.jspecify.annotations.NullMarked;
