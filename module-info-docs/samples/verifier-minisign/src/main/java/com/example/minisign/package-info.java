/** The verifier {@code minisign} and the file formats of minisign. */
package com.example.minisign;
