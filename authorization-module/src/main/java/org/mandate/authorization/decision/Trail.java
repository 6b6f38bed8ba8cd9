package org.mandate.authorization.decision;

/** What a judgement leaves behind of its way. The judgement is the same, whoever follows it. */
interface Trail {

    /** Something that speaks for or against what is judged. */
    void note(Evidence evidence);

    /** Whether what played no part is wanted too: terms that were not met, policies for others. */
    boolean wantsAll();

    /** A part begins to be judged. */
    long enter(Requirement part);

    /** It has been judged. */
    void leave(long entered, boolean met);
}
