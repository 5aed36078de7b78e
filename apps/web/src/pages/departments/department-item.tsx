import type { ReactNode } from 'react';
import { ClauseLink } from '../../components/clause-link.tsx';
import { usePageState } from '../../state/page-state.ts';
import styles from './department.module.css';

export type Side = readonly (readonly [label: string, value: ReactNode])[];

/** A name in the language of the page; Chinese where it has no other. */
export function Name({ label, labelEn }: { readonly label: string; readonly labelEn: string }) {
  const { language } = usePageState();
  return language === 'zh' || labelEn === '' ? <span lang="zh-CN">{label}</span> : labelEn;
}

/** One thing that a department has to do: its name, what it says, where it says so; at the side when and how much. */
export function DepartmentItem({
  item,
  number = '',
  place,
  side,
  children,
}: {
  readonly item: { readonly label: string; readonly labelEn: string };
  /** As the document numbers it. */
  readonly number?: string;
  readonly place: Parameters<typeof ClauseLink>[0]['place'];
  readonly side: Side;
  readonly children?: ReactNode;
}) {
  return (
    <li>
      <div>
        {number !== '' && (
          <span className="quiet" lang="zh-CN">
            {number}{' '}
          </span>
        )}
        <strong>
          <Name label={item.label} labelEn={item.labelEn} />
        </strong>
        {children}
        <p>
          <ClauseLink clauseOnly place={place} />
        </p>
      </div>
      <div className={styles.side}>
        <dl>
          {side.map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}
