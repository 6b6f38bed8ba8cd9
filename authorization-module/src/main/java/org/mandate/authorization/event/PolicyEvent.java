package org.mandate.authorization.event;

/** What can happen to a policy. */
public sealed interface PolicyEvent permits PolicyDefined, PolicyChanged, PolicyRetired {

    String policyId();
}
