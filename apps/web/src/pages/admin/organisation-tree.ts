import type { OrganisationJson } from '@luodi/server/contract';

/** A body with its parts below it. */
export interface OrganisationNode extends OrganisationJson {
  readonly children?: readonly OrganisationNode[];
}

/** Bodies as a tree by what they are part of; those whose whole is not among them stand at the top. */
export function organisationTree(
  organisations: readonly OrganisationJson[],
): readonly OrganisationNode[] {
  const known = new Set(organisations.map(({ id }) => id));
  const byParent = new Map<string, OrganisationJson[]>();
  for (const body of organisations) {
    const parent = body.parent !== null && known.has(body.parent) ? body.parent : '';
    byParent.set(parent, [...(byParent.get(parent) ?? []), body]);
  }
  const below = (parent: string): readonly OrganisationNode[] =>
    (byParent.get(parent) ?? []).map((body) => {
      const children = below(body.id);
      return children.length === 0 ? body : { ...body, children };
    });
  return below('');
}
