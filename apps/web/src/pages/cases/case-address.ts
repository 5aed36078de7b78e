/** Where something about a case is asked for. */
export function caseAddress(id: string, what: string): string {
  return `/api/cases/${encodeURIComponent(id)}/${what}`;
}
