/** Checks an installed app and its environment, repairs what can be repaired, and probes the network step by step. */
package cco.core.doctor;
