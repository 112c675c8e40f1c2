package dev.cordon.simulator.graph;

import java.util.List;

/** A part of Graph: its routes in one table. */
public interface GraphArea {

    /** The area's name, as {@code COVERAGE.md} groups it. */
    String name();

    /** The area's routes. */
    List<GraphRoute> routes();
}
