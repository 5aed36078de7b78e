import type { ListedOrganisation } from '@luodi/platform';

type Body = Pick<ListedOrganisation, 'id' | 'name' | 'nameEn' | 'parent'>;

/** `district:西湖区:科技局` is 科技局 in the routes of all districts. */
function shortName(id: string): string {
  return id.split(':').at(-1) ?? id;
}

/** English names by Chinese names, in full and as routes have them: a district's department without its district. */
export function englishNames(bodies: readonly Body[]): Readonly<Record<string, string>> {
  const english = new Map(bodies.map(({ id, nameEn }) => [id, nameEn]));
  const named = bodies.filter(({ nameEn }) => nameEn !== '');
  const names: Record<string, string> = {};
  for (const { id, nameEn, parent } of named) {
    const prefix = `${english.get(parent ?? '') ?? ''} `;
    names[shortName(id)] = nameEn.startsWith(prefix) ? nameEn.slice(prefix.length) : nameEn;
  }
  for (const { name, nameEn } of named) names[name] = nameEn;
  return names;
}
