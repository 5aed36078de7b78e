import { Temporal } from '@luodi/kernel';
import type { LetterJson, LetterPart } from '@luodi/server/contract';
import styles from './letters.module.css';

function Part({ part }: { readonly part: LetterPart }) {
  switch (part.kind) {
    case 'paragraph':
      return <p>{part.text}</p>;
    case 'heading':
      return <h2>{part.text}</h2>;
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          {part.text.split('\n').map((line, index) => (
            // Lines may repeat.
            <p key={index}>{line}</p>
          ))}
          <footer>出处：{part.source}</footer>
        </blockquote>
      );
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {part.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {part.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, place) => (
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function dayWords(day: string): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return `${year}年${month}月${date}日`;
}

/** A letter as it is printed: A4, in the manner of official documents. */
export function LetterSheet({ letter }: { readonly letter: LetterJson }) {
  const { title, number, addressee, parts, signature, date } = letter;
  return (
    <article className={styles.sheet} lang="zh-CN">
      <h1>{title}</h1>
      <p className={styles.number}>{number}</p>
      {addressee !== '' && <p className={styles.addressee}>{addressee}：</p>}
      {parts.map((part, index) => (
        // A letter does not change while it is shown.
        <Part key={index} part={part} />
      ))}
      <div className={styles.signature}>
        {signature.map((body) => (
          <p key={body}>{body}</p>
        ))}
        <p>{dayWords(date)}</p>
      </div>
    </article>
  );
}
