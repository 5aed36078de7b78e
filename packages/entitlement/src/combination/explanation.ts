import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import type { Restraint, SetAsideReason, Winner } from './set-aside-reason.ts';

export type Tongue = 'zh' | 'en';

/** Names to show, by id of a measure, by matter and by name of a joint cap; what is missing stands as it is. */
export type Labels = ReadonlyMap<string, string>;

interface Phrases {
  readonly list: (ids: readonly string[]) => string;
  readonly name: (id: string) => string;
  readonly money: (fen: bigint) => string;
}

function phrases(labels: Labels, tongue: Tongue): Phrases {
  const name = (id: string) => `“${labels.get(id) ?? id}”`;
  if (tongue === 'zh')
    return {
      name,
      list: (ids) => ids.map(name).join('、'),
      money: (fen) => formatMoneyZh(rational(fen)),
    };
  return {
    name,
    list: (ids) => {
      const names = ids.map(name);
      const last = names.pop() ?? '';
      if (names.length === 0) return last;
      return `${names.join(', ')}${names.length > 1 ? ',' : ''} and ${last}`;
    },
    money: (fen) => formatMoneyEn(rational(fen)),
  };
}

type Excluded = Extract<SetAsideReason, { kind: 'excluded_by' }>;

function idsOf(winners: readonly Winner[], kind: Winner['ground']['kind']): string[] {
  return winners.filter(({ ground }) => ground.kind === kind).map(({ id }) => id);
}

function gainZh({ winners, gainUpperFen, gainCertainFen }: Excluded, { money }: Phrases): string {
  const them = winners.length > 1 ? '它们' : '它';
  if (gainUpperFen > 0n && gainCertainFen === gainUpperFen)
    return `选${them}多 ${money(gainUpperFen)}`;
  if (gainUpperFen > 0n) return `选${them}最高可多 ${money(gainUpperFen)}`;
  if (gainCertainFen > 0n) return `最高额相同，但选${them}可确定的部分多 ${money(gainCertainFen)}`;
  return '两种选法金额相同，只能选其一';
}

function excludedZh(reason: Excluded, spoken: Phrases): string {
  const same = idsOf(reason.winners, 'same_matter');
  const explicit = idsOf(reason.winners, 'explicit');
  const grounds = [
    ...(same.length > 0 ? [`与${spoken.list(same)}属同一事项，择高不重复`] : []),
    ...(explicit.length > 0 ? [`与${spoken.list(explicit)}不能同时享受`] : []),
  ];
  return `${grounds.join('；')}；${gainZh(reason, spoken)}`;
}

function gainEn({ winners, gainUpperFen, gainCertainFen }: Excluded, { money }: Phrases): string {
  const [they, bring] = winners.length > 1 ? ['they', 'bring'] : ['it', 'brings'];
  if (gainUpperFen > 0n && gainCertainFen === gainUpperFen)
    return `${they} ${bring} ${money(gainUpperFen)} more`;
  if (gainUpperFen > 0n) return `${they} may bring up to ${money(gainUpperFen)} more`;
  if (gainCertainFen > 0n)
    return `both may reach the same, but with ${winners.length > 1 ? 'them' : 'it'} ${money(gainCertainFen)} more is certain`;
  return 'either choice brings the same, and only one of them is possible';
}

function excludedEn(reason: Excluded, spoken: Phrases): string {
  const same = idsOf(reason.winners, 'same_matter');
  const explicit = idsOf(reason.winners, 'explicit');
  const grounds = [
    ...(same.length > 0
      ? [`concerns the same matter as ${spoken.list(same)}, and a matter is paid once, at its best`]
      : []),
    ...(explicit.length > 0 ? [`cannot be combined with ${spoken.list(explicit)}`] : []),
  ].join('; ');
  return `${grounds.charAt(0).toUpperCase()}${grounds.slice(1)}; ${gainEn(reason, spoken)}`;
}

/** Why a measure is set aside, as a person would say it: one sentence without the full stop. */
export function explainSetAside(reason: SetAsideReason, labels: Labels, tongue: Tongue): string {
  const spoken = phrases(labels, tongue);
  switch (reason.kind) {
    case 'excluded_by':
      return tongue === 'zh' ? excludedZh(reason, spoken) : excludedEn(reason, spoken);
    case 'absorbed_by_cap':
      return tongue === 'zh'
        ? `${spoken.name(reason.cap)}合并封顶 ${spoken.money(reason.capFen)}，已选各项已经用满，再加这一项也不会增加`
        : `The joint cap ${spoken.name(reason.cap)} of ${spoken.money(reason.capFen)} is already used up by the measures chosen; adding this one brings nothing`;
    case 'absorbed_by_top_up':
      return tongue === 'zh'
        ? `与${spoken.list(reason.with)}按补足计算，已选的已经达到最高的一项，再加这一项也不会增加`
        : `Counted as one with ${spoken.list(reason.with)} by topping up to the larger amount, which is already reached; adding this one brings nothing`;
  }
}

/** Why a chosen measure counts less than its own amount: one sentence without the full stop. */
export function explainRestraint(restraint: Restraint, labels: Labels, tongue: Tongue): string {
  const spoken = phrases(labels, tongue);
  switch (restraint.kind) {
    case 'joint_cap':
      return tongue === 'zh'
        ? `${spoken.name(restraint.cap)}合并封顶 ${spoken.money(restraint.capFen)}，只计封顶以内的部分`
        : `Counted only within the joint cap ${spoken.name(restraint.cap)} of ${spoken.money(restraint.capFen)}`;
    case 'top_up':
      return tongue === 'zh'
        ? `与${spoken.list(restraint.with)}按补足计算，只计差额`
        : `Counted only as the difference to ${spoken.list(restraint.with)}, by topping up`;
    case 'items':
      return tongue === 'zh'
        ? `${restraint.of}项中这里计 ${restraint.counted}项，其余的按${spoken.list(restraint.others)}计，同一项不重复`
        : `${restraint.counted} of ${restraint.of} items count here, the others under ${spoken.list(restraint.others)}; no item is paid twice`;
  }
}
