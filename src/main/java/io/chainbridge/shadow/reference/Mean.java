package io.chainbridge.shadow.reference;

/** A mean and how many values it is of; of no values it is 0. */
record Mean(long count, double value) {}
