package org.mandate.authorization.decision;

/** What a judgement leaves behind of its way. The judgement is the same, whoever follows it. */
interface Trail {

    /** Nobody follows: only the answer is wanted, and a judgement may stop as soon as it is certain. */
    Trail NONE = new Trail() {
        @Override
        public void note(Evidence evidence) {}

        @Override
        public boolean wantsAll() {
            return false;
        }

        @Override
        public long enter(Requirement part) {
            return 0;
        }

        @Override
        public void leave(long entered, boolean met) {}
    };

    /** Something that speaks for or against what is judged. */
    void note(Evidence evidence);

    /** Whether what played no part is wanted too: terms that were not met, policies for others. */
    boolean wantsAll();

    /** A part begins to be judged. */
    long enter(Requirement part);

    /** It has been judged. */
    void leave(long entered, boolean met);
}
