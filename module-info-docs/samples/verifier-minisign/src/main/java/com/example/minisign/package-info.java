/** The verifier {@code minisign}, and the format of minisign's keys and signatures. */
package com.example.minisign;
