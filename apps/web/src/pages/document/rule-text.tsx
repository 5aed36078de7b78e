import { useTexts } from '../../i18n/use-texts.ts';
import styles from './document.module.css';

interface Piece {
  readonly kind: 'keyword' | 'number' | 'text' | 'note';
  readonly text: string;
}

/** Splits a line of a rule for reading: the key before the colon, numbers with units, the rest. */
function pieces(line: string): readonly Piece[] {
  if (/^\s*#/.test(line)) return [{ kind: 'note', text: line }];
  const key = /^(\s*(?:- )?)([^\s:'"{[]+:)(.*)$/.exec(line);
  const lead = key === null ? '' : (key[1] ?? '');
  const rest = key === null ? line : (key[3] ?? '');
  const body = rest
    .split(/(\d[\d,.]*(?:[%‰]|[万亿]?[元家人项次年月日天]|[\u4e00-\u9fff]{0,3})?)/)
    .filter((part) => part !== '')
    .map((part): Piece => ({ kind: /^\d/.test(part) ? 'number' : 'text', text: part }));
  if (key === null) return body;
  return [{ kind: 'text', text: lead }, { kind: 'keyword', text: key[2] ?? '' }, ...body];
}

/** A rule as it is written, lightly marked. */
export function RuleText({ source }: { readonly source: string }) {
  const texts = useTexts();
  return (
    <section
      aria-label={texts.document.rule}
      // A wide rule scrolls by keyboard too.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.code}
    >
      <pre lang="zh-CN">
        {source.split('\n').map((line, index) => (
          // Lines of a fixed text have no identity but their place.
          <div key={index}>
            {pieces(line).map((piece, at) => (
              <span key={at} className={styles[piece.kind]}>
                {piece.text}
              </span>
            ))}
            {line === '' && '\u00a0'}
          </div>
        ))}
      </pre>
    </section>
  );
}
