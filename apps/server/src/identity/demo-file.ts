import { join } from 'node:path';
import type { DemoIdentity, OrganisationRecord } from '@luodi/platform';
import { z } from 'zod';
import { role } from '../contract/index.ts';
import { readContentFile } from '../content/content-file.ts';

const enterprise = z.strictObject({
  名称: z.string(),
  英文: z.string(),
  代码: z.string(),
  区县: z.string(),
});
const post = { 职务: z.string(), 英文: z.string() };

const demoFile = z.strictObject({
  企业: z.array(enterprise),
  服务机构: z.array(enterprise),
  人员: z.array(z.strictObject({ 角色: role, ...post, 机构: z.array(z.string()) })),
  企业人员: z.strictObject(post),
});

/** The synthetic bodies and persons of the demonstration. */
export interface DemoContent {
  readonly organisations: readonly OrganisationRecord[];
  readonly identities: readonly DemoIdentity[];
}

const mark = '演示';

function recordOf(
  kind: 'enterprise' | 'provider',
  { 名称, 英文, 代码, 区县 }: z.infer<typeof enterprise>,
): OrganisationRecord {
  return {
    id: `${kind}:${代码}`,
    kind,
    name: 名称,
    nameEn: 英文,
    creditCode: 代码,
    district: 区县,
    demo: true,
  };
}

function identityOf(
  organisation: OrganisationRecord,
  held: DemoIdentity['role'],
  post: { readonly 职务: string; readonly 英文: string },
): DemoIdentity {
  const { name: body, nameEn: bodyEn } = organisation;
  const name = `${body.startsWith(mark) ? '' : `${mark}·`}${body}${post.职务}`;
  const nameEn = `${bodyEn.startsWith('Demo') ? '' : 'Demo: '}${bodyEn}, ${post.英文}`;
  return { login: name, name, nameEn, organisation: organisation.id, role: held };
}

/**
 * The demonstration of a city, from `demo-identities.yaml` in its content folder; empty without that file. Rejects with
 * the place when the file has another shape or names a body that is not in `city`.
 */
export async function readDemoContent(
  folder: string,
  city: readonly OrganisationRecord[],
): Promise<DemoContent> {
  const path = join(folder, 'demo-identities.yaml');
  const file = await readContentFile(path, demoFile);
  if (file === undefined) return { organisations: [], identities: [] };
  const organisations = [
    ...file.企业.map((entry) => recordOf('enterprise', entry)),
    ...file.服务机构.map((entry) => recordOf('provider', entry)),
  ];
  const byId = new Map(city.map((record) => [record.id, record]));
  const staff = file.人员.flatMap(({ 角色, 机构, ...held }) =>
    机构.map((id) => {
      const organisation = byId.get(id);
      if (organisation === undefined) throw new Error(`${path}: there is no body ${id}`);
      return identityOf(organisation, 角色, held);
    }),
  );
  const own = organisations.map((body) => identityOf(body, 'enterprise', file.企业人员));
  return { organisations, identities: [...own, ...staff] };
}
