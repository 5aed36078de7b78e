/** What the journal is searched by, as the address and the server name it; `before`: the page. */
export const journalKeys = ['actor', 'action', 'subject', 'from', 'until', 'before'] as const;
