package org.mandate.authorization.integrity;

/** The nodes of a tree whose subtrees are complete, wherever they are kept. */
interface Nodes {

    /** The root of the complete subtree over the leaves {@code index * 2^height} and the {@code 2^height - 1} after it. */
    byte[] at(int height, long index);
}
