import { Select, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { unitSymbols } from '@luodi/kernel';
import type { Vocabulary } from '@luodi/language';
import type {
  ColumnMeaningJson,
  FactImportPreviewResponse,
  SheetMappingJson,
} from '@luodi/server/contract';
import { StatusTag } from '../../components/status-tag.tsx';
import { useId, useMemo } from 'react';
import { useFactsHeldTexts } from '../../i18n/use-facts-held-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from '../facts-held/facts-held.module.css';

const plainKinds = ['credit_code', 'name', 'year', 'ignored'] as const;
const moneyUnits = ['元', '千元', '万元', '百万元', '亿元'];

/** Facts of the things that a row is about, and the plain meanings, as choices. */
function useMeanings(vocabulary: Vocabulary, item: string | null) {
  const { imports } = useFactsHeldTexts();
  const { language } = usePageState();
  return useMemo(() => {
    const entities = [...vocabulary.entities.values()];
    const entity =
      entities.find(({ id }) => id === item) ??
      entities.find(({ belongsTo }) => belongsTo === undefined);
    return [
      ...plainKinds.map((kind) => ({ value: kind as string, label: imports.meanings[kind] })),
      ...[...vocabulary.facts.values()]
        .filter((fact) => fact.entity === entity?.name)
        .map((fact) => ({
          value: `fact ${fact.id}`,
          label: language === 'zh' ? fact.name : fact.nameEn,
        })),
    ];
  }, [vocabulary, item, imports, language]);
}

function unitsOf(meaning: ColumnMeaningJson, vocabulary: Vocabulary): readonly string[] {
  if (meaning.kind !== 'fact') return [];
  const fact = vocabulary.factsById.get(meaning.fact);
  if (fact?.type.kind !== 'number') return [];
  if (fact.factKind === 'money') return moneyUnits;
  if (fact.factKind === 'rate') return ['%', '‰', '倍'];
  const own = fact.unit === undefined ? [] : [fact.unit];
  return fact.factKind === 'measured' ? [...new Set([...own, ...unitSymbols()])] : own;
}

/** Facts are of one kind of thing: where a row is about another, they have to be chosen anew. */
function withoutFact(meaning: ColumnMeaningJson): ColumnMeaningJson {
  return meaning.kind === 'fact' ? { kind: 'ignored' } : meaning;
}

function meaningOf(value: string, before: ColumnMeaningJson): ColumnMeaningJson {
  const plain = plainKinds.find((kind) => kind === value);
  if (plain !== undefined) return { kind: plain };
  const year = before.kind === 'fact' && before.year !== undefined ? { year: before.year } : {};
  return { kind: 'fact', fact: value.slice('fact '.length), ...year };
}

/** What a row of the table is about: the enterprise itself, or a thing that it may have several of. */
function RowKind({
  item,
  vocabulary,
  onChange,
}: {
  readonly item: string | null;
  readonly vocabulary: Vocabulary;
  readonly onChange: (item: string | null) => void;
}) {
  const { imports } = useFactsHeldTexts();
  const { language } = usePageState();
  const id = useId();
  const things = [...vocabulary.entities.values()].filter(
    ({ belongsTo }) => belongsTo !== undefined,
  );
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{imports.rowIs}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ minWidth: 200 }}
        value={item ?? ''}
        options={[
          { value: '', label: imports.enterprise },
          ...things.map((thing) => ({
            value: thing.id,
            label: language === 'zh' ? thing.name : thing.nameEn,
          })),
        ]}
        onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
      />
    </div>
  );
}

interface Row {
  readonly at: number;
  readonly heading: string;
  readonly samples: readonly string[];
  readonly isNear: boolean;
  readonly problem: string | undefined;
  readonly meaning: ColumnMeaningJson;
}

/** What each column of the table means: proposed, and edited here. */
export function MappingTable({
  preview,
  mapping,
  vocabulary,
  onChange,
}: {
  readonly preview: FactImportPreviewResponse;
  readonly mapping: SheetMappingJson;
  readonly vocabulary: Vocabulary;
  readonly onChange: (mapping: SheetMappingJson) => void;
}) {
  const { imports } = useFactsHeldTexts();
  const { language } = usePageState();
  const meanings = useMeanings(vocabulary, mapping.item);
  const rows = preview.columns.map((column, at): Row => {
    const meaning = mapping.columns[at] ?? { kind: 'ignored' };
    const isProposed = JSON.stringify(meaning) === JSON.stringify(column.proposed);
    const problem = preview.problems.find((each) => each.column === at);
    return {
      at,
      heading: column.heading,
      samples: column.samples,
      isNear: column.likeness === 'near' && isProposed && !preview.remembered,
      problem: problem?.message[language],
      meaning,
    };
  });
  const change = (at: number, meaning: ColumnMeaningJson) =>
    onChange({
      ...mapping,
      columns: mapping.columns.map((each, place) => (place === at ? meaning : each)),
    });
  const columns: TableColumnsType<Row> = [
    {
      title: imports.heading,
      render: (_, { heading, samples }) => (
        <>
          <strong>{heading}</strong>
          <div className="quiet">{samples.filter((text) => text !== '').join(' · ')}</div>
        </>
      ),
    },
    {
      title: imports.meaning,
      render: (_, { at, heading, meaning, isNear, problem }) => (
        <>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: '100%' }}
            aria-label={`${imports.meaning}: ${heading}`}
            value={meaning.kind === 'fact' ? `fact ${meaning.fact}` : meaning.kind}
            options={meanings}
            onChange={(value) => change(at, meaningOf(value, meaning))}
          />
          {isNear && <StatusTag tone="attention">{imports.near}</StatusTag>}
          {problem !== undefined && <StatusTag tone="attention">{problem}</StatusTag>}
        </>
      ),
    },
    {
      title: imports.unit,
      width: 110,
      render: (_, { at, heading, meaning }) => {
        const units = unitsOf(meaning, vocabulary);
        if (meaning.kind !== 'fact' || units.length === 0) return null;
        return (
          <Select
            showSearch
            style={{ width: '100%' }}
            aria-label={`${imports.unit}: ${heading}`}
            value={meaning.unit ?? null}
            options={units.map((unit) => ({ value: unit, label: unit }))}
            onChange={(unit) => {
              if (unit !== null) change(at, { ...meaning, unit });
            }}
          />
        );
      },
    },
  ];
  return (
    <>
      <RowKind
        item={mapping.item}
        vocabulary={vocabulary}
        onChange={(item) =>
          onChange({ item, columns: mapping.columns.map((each) => withoutFact(each)) })
        }
      />
      <Table
        rowKey="at"
        size="small"
        tableLayout="fixed"
        dataSource={rows}
        columns={columns}
        pagination={false}
      />
    </>
  );
}
