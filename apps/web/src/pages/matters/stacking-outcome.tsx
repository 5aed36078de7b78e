import type { MatterResponse, MeasureInMatter } from '@luodi/server/contract';
import { ClauseLink } from '../../components/clause-link.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './matter.module.css';

type Because = MatterResponse['exclusions'][number]['because'];

interface Group {
  readonly members: readonly string[];
  readonly because: Because;
}

/** Measures of which everyone excludes every other, for one reason: said once instead of of each. */
function groupsOf({ measures, exclusions }: MatterResponse): readonly Group[] {
  const left = new Set(exclusions.filter(({ because }) => because === 'same_matter'));
  const excludes = (a: string, b: string) =>
    [...left].some((each) => each.measures.includes(a) && each.measures.includes(b));
  const groups: Group[] = [];
  for (const { id } of measures) {
    if (groups.some(({ members }) => members.includes(id))) continue;
    const members = measures.reduce<readonly string[]>(
      (all, other) =>
        other.id !== id && all.every((member) => excludes(member, other.id))
          ? [...all, other.id]
          : all,
      [id],
    );
    if (members.length > 1) groups.push({ members, because: 'same_matter' });
  }
  return groups;
}

/** Whom each measure excludes, and why. */
function excludedBy({ measures, exclusions }: MatterResponse) {
  return measures.flatMap((measure) => {
    const others = exclusions.flatMap((each): { id: string; because: Because }[] => {
      const other = each.measures.find((id) => id !== measure.id);
      return each.measures.includes(measure.id) && other !== undefined
        ? [{ id: other, because: each.because }]
        : [];
    });
    return others.length === 0 ? [] : [{ measure, others }];
  });
}

function Words({ stacking, measures }: Pick<MatterResponse, 'stacking' | 'measures'>) {
  const texts = useLibraryTexts().matters;
  return (
    <>
      <h3>{texts.words}</h3>
      <ul className={styles.pairs}>
        {stacking.map(({ document, rule, words }) => {
          const place = measures.find((measure) => measure.document === document);
          return place === undefined ? null : (
            <li key={document}>
              <ClauseLink place={{ ...place, clause: words[0]?.clause ?? '' }} /> ·{' '}
              {texts.rules[rule]}
              {words.length === 0 && <span className="quiet"> · {texts.noWords}</span>}
              {words.map(({ text }) => (
                <blockquote key={text} className="law" lang="zh-CN">
                  {text}
                </blockquote>
              ))}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Which measures of a matter exclude which or build on which, and the words that say so. */
export function StackingOutcome({ matter }: { readonly matter: MatterResponse }) {
  const texts = useLibraryTexts();
  const { language } = usePageState();
  const byId = new Map(matter.measures.map((measure) => [measure.id, measure]));
  const nameOf = (id: string): string => {
    const measure: MeasureInMatter | undefined = byId.get(id);
    if (measure === undefined) return `${id.slice(id.indexOf('/') + 1)} ${texts.matters.sameName}`;
    const name = language === 'zh' ? measure.label : measure.labelEn;
    const title = language === 'zh' ? measure.documentTitle : measure.documentTitleEn;
    return language === 'zh' ? `${name}（${title}）` : `${name} (${title})`;
  };
  const groups = groupsOf(matter);
  const grouped = (pair: readonly string[]) =>
    groups.some(({ members }) => pair.every((id) => members.includes(id)));
  const others = matter.exclusions.filter(
    ({ measures, because }) => because === 'stated' || !grouped(measures),
  );
  const excluded = excludedBy({ ...matter, exclusions: others });
  return (
    <section className={styles.section}>
      <h2>{texts.matters.stacking}</h2>
      {groups.length + excluded.length + matter.topUps.length === 0 && (
        <p className="quiet">{texts.matters.noExclusions}</p>
      )}
      <ul className={styles.pairs}>
        {groups.map(({ members, because }) => (
          <li key={members.join()}>
            <strong>{texts.matters.onlyOne(members.length)}</strong>{' '}
            <span className="quiet">— {texts.matters.because[because]}</span>
            <ul>
              {members.map((id) => (
                <li key={id}>{nameOf(id)}</li>
              ))}
            </ul>
          </li>
        ))}
        {excluded.map(({ measure, others: excludedHere }) => (
          <li key={measure.id}>
            <strong>{nameOf(measure.id)}</strong> {texts.matters.notWith}
            <ul>
              {excludedHere.map(({ id, because }) => (
                <li key={`${id}${because}`}>
                  {nameOf(id)} <span className="quiet">— {texts.matters.because[because]}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {matter.topUps.map(({ base, topUp }) => (
          <li key={topUp}>
            <strong>{nameOf(topUp)}</strong> {texts.matters.topsUp(nameOf(base))}
          </li>
        ))}
      </ul>
      <Words stacking={matter.stacking} measures={matter.measures} />
    </section>
  );
}
