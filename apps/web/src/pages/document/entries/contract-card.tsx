import { fraction, rational } from '@luodi/kernel';
import type { Contract, ContractTerm } from '@luodi/language';
import { useTexts } from '../../../i18n/use-texts.ts';
import { usePageState } from '../../../state/page-state.ts';
import styles from './entries.module.css';
import { Chinese, EntryCard, EntryName, Fields, wordsField } from './entry.tsx';
import { sayFigure, sayLimit } from './figure-words.ts';

function Term({ term }: { readonly term: ContractTerm }) {
  const texts = useTexts();
  const { language } = usePageState();
  const { entries } = texts;
  const { requirement, limit } = term;
  return (
    <li>
      <strong>
        <EntryName name={term.name} nameEn={term.nameEn} />
      </strong>
      <Fields
        fields={[
          ...(requirement === undefined
            ? []
            : [{ label: entries.requirement, value: sayFigure(requirement, texts, language) }]),
          ...(limit === undefined
            ? []
            : [{ label: entries.limit, value: sayLimit(limit, texts, language) }]),
          ...wordsField(entries.breach, term.breach),
        ]}
      />
    </li>
  );
}

/** What the parties are held to. */
export function ContractCard({ contract }: { readonly contract: Contract }) {
  const { entries } = useTexts();
  const percent = (share: typeof fraction.one) =>
    `${fraction.formatDecimal(fraction.multiply(share, rational(100n)))}%`;
  return (
    <EntryCard entry={contract} kind={entries.contracts}>
      <Fields
        fields={[
          ...wordsField(
            entries.parties,
            contract.parties.map(({ role, party }) => `${role}：${party}`).join('；'),
          ),
          ...wordsField(entries.subjectMatter, contract.subjectMatter),
        ]}
      />
      <ol className={styles.steps}>
        {contract.terms.map((term) => (
          <Term key={term.span.start.offset} term={term} />
        ))}
      </ol>
      {contract.shares.length > 0 && (
        <p className={styles.reading}>
          {entries.shares}{' '}
          {contract.shares.map(({ payer, share }) => (
            <span key={payer} className={styles.share}>
              <Chinese>{payer}</Chinese> {percent(share)}
            </span>
          ))}
        </p>
      )}
    </EntryCard>
  );
}
