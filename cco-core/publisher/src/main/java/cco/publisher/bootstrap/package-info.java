/**
 * The first installation of an app on a machine: {@link cco.publisher.bootstrap.InstallScripts} writes the scripts for
 * users into a release repository, and {@link cco.publisher.bootstrap.CcoBundle} is the cco that they start with.
 */
package cco.publisher.bootstrap;
