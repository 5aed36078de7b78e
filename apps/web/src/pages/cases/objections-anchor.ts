/** The part of the page of a case that a link to its objections goes to. */
export const objectionsAnchor = 'objections';
