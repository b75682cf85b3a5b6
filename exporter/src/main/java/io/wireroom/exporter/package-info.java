/**
 * What runs inside the broker's process: the exporter that posts records to the engine, and the
 * main class that ends the broker together with the engine.
 */
@NullMarked
package io.wireroom.exporter;

import org.jspecify.annotations.NullMarked;
