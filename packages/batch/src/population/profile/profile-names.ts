import type { Content } from '@luodi/language';
import { indicatorsOf } from '@luodi/language';
import { attributes } from '../columns.ts';
import type { ProfileNumbers, TotalSpec } from './profile-shape.ts';
import type { PathInProfile, ProfileFault } from './shape-faults.ts';

type Dependence = {
  readonly 随规模?: Readonly<Record<string, number>> | undefined;
  readonly 随行业?: Readonly<Record<string, number>> | undefined;
};

function unknownNames(
  names: readonly string[],
  known: readonly string[],
  path: PathInProfile,
  what: string,
): ProfileFault[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path: [...path, name],
      zh: `“${name}”不在“${what}”里`,
      en: `“${name}” is not under “${what}”`,
      mend: { zh: `可用：${known.join('、')}`, en: `use one of ${known.join(', ')}` },
    }));
}

function isDependence(spec: unknown): spec is Dependence {
  return typeof spec === 'object' && spec !== null;
}

function namesOf(profile: ProfileNumbers, spec: unknown, path: PathInProfile): ProfileFault[] {
  if (!isDependence(spec)) return [];
  const sizes = Object.keys(profile.规模);
  const industries = Object.keys(profile.行业);
  return [
    ...unknownNames(Object.keys(spec.随规模 ?? {}), sizes, [...path, '随规模'], '规模'),
    ...unknownNames(Object.keys(spec.随行业 ?? {}), industries, [...path, '随行业'], '行业'),
  ];
}

function totalFaults(
  profile: ProfileNumbers,
  total: TotalSpec,
  path: PathInProfile,
  content: Content,
): ProfileFault[] {
  const fact = content.vocabulary.facts.get(total.事实);
  const spec = profile.事实[total.事实];
  const onRevenue = typeof spec === 'object' && spec !== null && '基' in spec;
  const faults = [
    ...unknownNames(total.行业 ?? [], Object.keys(profile.行业), [...path, '行业'], '行业'),
    ...unknownNames(total.规模 ?? [], Object.keys(profile.规模), [...path, '规模'], '规模'),
  ];
  const say = (key: string, zh: string, en: string, mendZh: string, mendEn: string) =>
    faults.push({ path: [...path, key], zh, en, mend: { zh: mendZh, en: mendEn } });
  if (fact?.factKind !== 'money' || !fact.annual || !onRevenue || spec.基 !== '营业收入')
    say(
      '事实',
      `“${total.事实}”不能对准合计`,
      `“${total.事实}” cannot be made to meet a total`,
      '请用“基: 营业收入”的年度金额事实',
      'name an annual sum of money with 基: 营业收入',
    );
  if (!profile.年份.includes(total.年))
    say(
      '年',
      `${total.年} 不在“年份”里`,
      `${total.年} is not among 年份`,
      '请加到“年份”',
      'add it',
    );
  const known = content.documents.some((document) =>
    indicatorsOf(document).some(({ id }) => id === total.指标),
  );
  // A content that was read for its measures alone has no indicators to look among.
  const any = content.documents.some((document) => indicatorsOf(document).length > 0);
  if (any && !known)
    say(
      '指标',
      `库里没有指标“${total.指标}”`,
      `the library has no indicator “${total.指标}”`,
      '请用 文件编号/指标/名称',
      'write document/指标/name',
    );
  return faults;
}

/** An enterprise can be scaled to one total only. */
function overlaps(profile: ProfileNumbers): ProfileFault[] {
  const seen = new Map<string, number>();
  const faults: ProfileFault[] = [];
  for (const [index, total] of (profile.合计 ?? []).entries())
    for (const industry of total.行业 ?? Object.keys(profile.行业))
      for (const size of total.规模 ?? Object.keys(profile.规模)) {
        const other = seen.get(`${industry}/${size}`);
        seen.set(`${industry}/${size}`, index);
        if (other === undefined || other === index) continue;
        faults.push({
          path: ['合计', index],
          zh: `${industry}的${size}企业已在另一个合计里`,
          en: `${size} ${industry} is in another total already`,
          mend: { zh: '请缩小行业或规模', en: 'narrow the industries or sizes' },
        });
      }
  return faults;
}

const attributeKeys = { district: '区县', industry: '行业', size: '规模' } as const;

/** Where an attribute is a fact of the vocabulary too, its names are members of the fact's list. */
function attributeFaults(profile: ProfileNumbers, { vocabulary }: Content): ProfileFault[] {
  return attributes.flatMap((attribute) => {
    const type = vocabulary.factsById.get(attribute)?.type;
    if (type?.kind !== 'choice') return [];
    const members = (vocabulary.lists.get(type.list)?.members ?? []).map(({ name }) => name);
    const key = attributeKeys[attribute];
    return unknownNames(Object.keys(profile[key]), members, [key], `清单 ${type.list}`);
  });
}

/** Whether all districts, industries and sizes that a profile refers to exist in it. */
export function checkNames(profile: ProfileNumbers, content: Content): readonly ProfileFault[] {
  const sizes = Object.keys(profile.规模);
  return [
    ...Object.entries(profile.事实).flatMap(([name, spec]) =>
      namesOf(profile, spec, ['事实', name]),
    ),
    ...Object.entries(profile.对象).flatMap(([name, spec]) =>
      namesOf(profile, spec, ['对象', name]),
    ),
    ...Object.entries(profile.行业).flatMap(([name, { 规模 }]) =>
      unknownNames(Object.keys(规模 ?? {}), sizes, ['行业', name, '规模'], '规模'),
    ),
    ...(profile.合计 ?? []).flatMap((total, index) =>
      totalFaults(profile, total, ['合计', index], content),
    ),
    ...overlaps(profile),
    ...attributeFaults(profile, content),
  ];
}
