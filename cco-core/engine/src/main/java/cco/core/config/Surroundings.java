package cco.core.config;

import cco.core.env.Env;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The other layers of a configuration file, and the lock for edits.
 *
 * @param system the administrator's file, if the machine has one
 * @param lock a file that every process locks to edit the configuration
 * @param sourceKeys the keys that each known source reads
 */
record Surroundings(Optional<Layer> system, Env env, Path lock, SourceKeys sourceKeys) {}
