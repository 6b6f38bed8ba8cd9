/** The journal's Merkle tree: signed heads, proofs, and whether anything was altered. */
@NamedInterface("integrity")
@NullMarked
package org.mandate.authorization.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
