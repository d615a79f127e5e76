/** A verifier and a source that use most of the plugin API. */
package org.example.compat;
