import type { Span } from '@luodi/kernel';
import type { Expression } from './expression.ts';
import type { ValueType } from './value.ts';

export interface Entity {
  readonly name: string;
  readonly id: string;
  readonly nameEn: string;
  /** 属于; `undefined` for the applicant. */
  readonly belongsTo: string | undefined;
}

export interface CodeList {
  readonly name: string;
  readonly nameEn: string;
  readonly ordered: boolean;
  /** Best first when ordered. */
  readonly members: readonly { readonly name: string; readonly nameEn: string }[];
}

export interface Matter {
  readonly name: string;
  readonly nameEn: string;
}

/** 类别: of which kind a body is that documents give tasks to. */
export type DepartmentClass =
  | 'municipal'
  | 'district'
  | 'provincial'
  | 'national'
  | 'park'
  | 'state_owned'
  | 'judicial'
  | 'association'
  | 'collective'
  | 'other';

/** 部门: a body that documents name, under whatever name it had then. */
export interface Department {
  /** The name in use now, in short. */
  readonly name: string;
  readonly nameEn: string;
  readonly fullName: string;
  readonly departmentClass: DepartmentClass;
  /** Other ways in which documents write it. */
  readonly alsoWritten: readonly string[];
  /** 曾用: names before a renaming or merger. */
  readonly formerNames: readonly string[];
  /** 沿革: what changed and when. */
  readonly history: string | undefined;
}

export type FactKind =
  | 'truth'
  | 'money'
  | 'rate'
  | 'number'
  | 'count'
  | 'measured'
  | 'date'
  | 'duration'
  | 'choice'
  | 'text';

export interface Fact {
  /** Chinese label, the name in rules. */
  readonly name: string;
  readonly id: string;
  readonly nameEn: string;
  readonly entity: string;
  readonly factKind: FactKind;
  readonly type: ValueType;
  /** Unit for showing and for bare numbers in forms, as written in the vocabulary. */
  readonly unit: string | undefined;
  readonly annual: boolean;
  readonly mayBeNegative: boolean;
  readonly definition: string;
  readonly definitionEn: string;
  /** Where the term stands: `file:line`. */
  readonly source: string;
  /** 推算: how the fact follows from others when it is not stated itself. */
  readonly derivation: Expression | undefined;
  readonly question: string;
  readonly questionEn: string;
  /** 常用: rank among the facts most enterprises know. */
  readonly common: number | undefined;
  readonly span: Span;
}

export interface Vocabulary {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly matters: ReadonlyMap<string, Matter>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly factsById: ReadonlyMap<string, Fact>;
  /** By every name that they have or had. */
  readonly departments: ReadonlyMap<string, Department>;
}
