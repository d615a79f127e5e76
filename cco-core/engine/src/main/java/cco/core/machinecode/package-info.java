/**
 * References in the machine code of a program: where they probably point after other parts of the program have moved
 * (docs/formats.md §14).
 */
package cco.core.machinecode;
