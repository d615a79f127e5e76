/** Plugin descriptors and their dependencies, from pf4j: only the reachable classes, under its automatic name. */
module org.pf4j {
    requires org.slf4j; // pf4j logs through it
    requires org.slf4j.nop; // silences slf4j; pf4j reports errors by exceptions and results

    exports org.pf4j;
}
