/**
 * Examines an installed app and its environment, repairs it as far as possible, and probes the network step by step.
 */
package cco.core.doctor;
