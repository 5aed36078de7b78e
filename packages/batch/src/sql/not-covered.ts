/** Thrown while a rule is turned into SQL that SQL cannot carry exactly. Becomes a value where the rule is compiled. */
export class NotCovered extends Error {}
