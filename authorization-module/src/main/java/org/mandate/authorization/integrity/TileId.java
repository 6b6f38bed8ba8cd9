package org.mandate.authorization.integrity;

/**
 * Where a tile stands.
 * @param level 0 for leaf hashes, one more for each 256-fold
 * @param number counted from the left
 */
record TileId(int level, long number) {}
