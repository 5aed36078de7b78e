import { readAs } from '@luodi/platform';
import type { Actor } from '@luodi/platform';
import type { FactContext } from '../context.ts';

export interface FoundEnterprise {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly creditCode: string | undefined;
  readonly district: string | undefined;
}

/** Text in which the signs of a pattern stand for themselves. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`);
}

/** Enterprises by a part of their name or the beginning of their code; officers of a district find those of their district. */
export async function searchEnterprises(
  { queries }: FactContext,
  actor: Actor,
  text: string,
  most: number,
): Promise<readonly FoundEnterprise[]> {
  const plain = literally(text.trim());
  const { district } = actor;
  return readAs(queries, actor, async (transaction) => {
    let found = transaction
      .selectFrom('organisation')
      .select(['id', 'name', 'name_en as nameEn', 'credit_code', 'district'])
      .where('kind', '=', 'enterprise')
      .where((where) =>
        where.or([
          where('name', 'ilike', `%${plain}%`),
          where('name_en', 'ilike', `%${plain}%`),
          where('credit_code', 'ilike', `${plain}%`),
        ]),
      );
    if (district !== undefined) found = found.where('district', '=', district);
    const rows = await found.orderBy('name').orderBy('id').limit(most).execute();
    return rows.map(({ credit_code: creditCode, district: ofDistrict, ...rest }) => ({
      ...rest,
      creditCode: creditCode ?? undefined,
      district: ofDistrict ?? undefined,
    }));
  });
}
