/** The rules language: text to one immutable, typed tree, with positions and diagnostics. */
export type * from './tree/index.ts';
