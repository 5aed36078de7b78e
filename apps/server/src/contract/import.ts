import { z } from 'zod';

const line = z.int().min(1).meta({ description: 'Line of `text`, from 1' });

function stated<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, words: z.string(), line, inferred: z.boolean() }).nullable();
}

const statedText = stated(z.string());

const statedDay = z
  .strictObject({
    date: z.string().nullable(),
    words: z.string().meta({ description: 'The words that the day rests on' }),
    line,
    basis: z.enum(['stated', 'inferred', 'unstated']),
    reading: z.string(),
    readingEn: z.string(),
  })
  .nullable();

const figure = z.strictObject({ kind: z.string(), start: z.int(), end: z.int() });

const paragraph = z.strictObject({
  text: z.string(),
  from: line,
  to: line,
  cells: z.array(z.string()).optional(),
  figures: z.array(figure).meta({ description: 'Offsets into the text' }),
});

/** A clause as recognised, with those below it. */
export interface ImportedClause {
  readonly numbering: string;
  readonly number: number;
  readonly label: string;
  readonly name: string;
  readonly paragraphs: readonly z.infer<typeof paragraph>[];
  readonly children: readonly ImportedClause[];
}

const clause: z.ZodType<ImportedClause> = z
  .strictObject({
    numbering: z.string(),
    number: z.int(),
    label: z.string(),
    name: z.string(),
    paragraphs: z.array(paragraph),
    get children() {
      return z.array(clause);
    },
  })
  .meta({ id: 'ImportedClause' });

const kinship = z.enum([
  'same',
  'nearly_same',
  'draft_of',
  'final_of',
  'later_version',
  'earlier_version',
  'other_version',
]);

function likeness<K extends z.ZodType>(document: K) {
  return z.array(
    z.strictObject({
      document,
      title: z.string(),
      kinship,
      wordsInCommonPerMille: z
        .int()
        .meta({ description: "Dice's coefficient over character pairs" }),
      clauses: z.strictObject({ same: z.int(), reworded: z.int(), added: z.int(), lost: z.int() }),
    }),
  );
}

const importedDocument = z
  .strictObject({
    lines: z.strictObject({ from: line, to: line }),
    beginsWith: z.enum([
      'file',
      'letterhead',
      'title',
      'addressee',
      'opening',
      'first_clause',
      'annex',
    ]),
    title: statedText,
    coverTitle: z.string().nullable(),
    annexOf: z.int().nullable().meta({ description: 'Place in `documents`, from 0' }),
    status: z.enum(['final', 'draft', 'commentary']),
    number: statedText,
    issuer: statedText,
    issued: statedText,
    addressees: stated(z.array(z.string())),
    effective: statedDay,
    until: statedDay,
    lead: statedText,
    bestOfMatter: stated(z.boolean()),
    funding: statedText,
    named: z.array(
      z.strictObject({
        kind: z.enum(['rests_on', 'carries_out', 'repeals']),
        title: z.string(),
        number: z.string(),
        words: z.string(),
        line,
      }),
    ),
    annexes: z.array(statedText),
    counts: z.strictObject({
      clauses: z.int(),
      figures: z.int(),
      deadlines: z.int(),
      departments: z.int(),
      measures: z.int(),
      indicators: z.int(),
      tasks: z.int(),
    }),
    doubts: z.array(
      z.strictObject({
        code: z.string(),
        line,
        words: z.string(),
        message: z.string(),
        messageEn: z.string(),
      }),
    ),
    likeInLibrary: likeness(z.string()),
    likeInFile: likeness(z.int()),
    head: z.array(paragraph),
    preface: z.array(paragraph),
    clauses: z.array(clause),
    closing: z.array(paragraph),
    tail: z.array(paragraph),
    skeleton: z.strictObject({
      id: z.string(),
      fileName: z.string(),
      errors: z.int(),
      text: z.string().meta({ description: 'The policy file to begin with' }),
    }),
  })
  .meta({ id: 'ImportedDocument' });
export type ImportedDocument = z.infer<typeof importedDocument>;

/** `POST /api/import` */
export const importResponse = z
  .strictObject({
    file: z.strictObject({
      name: z.string(),
      format: z.enum(['docx', 'pdf', 'html', 'txt']),
      encoding: z.string().nullable(),
      pages: z.int().nullable(),
      lines: z.int(),
      remarks: z.array(z.strictObject({ message: z.string(), messageEn: z.string() })),
    }),
    textFile: z
      .string()
      .meta({ description: 'The name under which the policy files cite the text' }),
    text: z.string(),
    documents: z.array(importedDocument),
    strays: z.array(z.strictObject({ line, words: z.string(), kind: z.string() })),
  })
  .meta({ id: 'ImportResponse' });
export type ImportResponse = z.infer<typeof importResponse>;
