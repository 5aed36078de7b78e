import { createContext } from 'react';

/**
 * What the figures below answer, in words: stands in the files that are downloaded, which lie about without their page. `undefined` while
 * the figures are still those of the question before.
 */
export const FigureSubject = createContext<string | undefined>(undefined);
