/** Plugins' descriptors and the order of their dependencies; only what is reached of it, under its automatic name. */
module org.pf4j {
    requires org.slf4j; // pf4j logs through it
    requires org.slf4j.nop; // silences slf4j; what pf4j has to say, it throws or returns

    exports org.pf4j;
}
