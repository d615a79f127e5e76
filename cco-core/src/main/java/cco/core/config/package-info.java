/**
 * What the user and the machine decide: {@link cco.core.config.Env} alone reads the environment, and {@link
 * cco.core.config.Dirs} turns it into places on disk.
 */
package cco.core.config;
