/** The anchor of a clause within its document's page. */
export function clauseAnchor(heading: string): string {
  return heading.replaceAll(/[\s〔〕[\]#?&%]+/g, '-');
}
