import type { Actor } from '@luodi/platform';

/** Whether finance officers (or people in another of `roles`) handle what is a district's; `null`: the city's. */
export function handles(
  { role, district }: Actor,
  ofDistrict: string | null,
  roles: readonly Actor['role'][] = ['finance'],
): boolean {
  return roles.includes(role) && (district === undefined || district === ofDistrict);
}
