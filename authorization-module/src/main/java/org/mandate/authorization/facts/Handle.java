package org.mandate.authorization.facts;

/** Who a subject or an assignment is: a UUID, or a number among those that have other names. */
record Handle(boolean named, long high, long low) {}
