import type {
  Counted,
  Instant,
  Json,
  Optional,
  OptionalInstant,
  OptionalJson,
  Whole,
} from './columns.ts';

/** What is held to be so about enterprises, from whom, since when. */
export interface FactsSchema {
  readonly fact_import: {
    readonly id: string;
    readonly source: string;
    readonly file_name: string;
    readonly mapping: Json;
    readonly counts: Json;
    /** Rows that were not taken, with their faults. */
    readonly faulty: Json;
    readonly at: Instant;
    readonly brought_by: string;
    /** The body whose officer brought it; empty for the machine's own. */
    readonly organisation: string;
    readonly undone_at: OptionalInstant;
    readonly undone_by: Optional<string>;
  };
  readonly fact_mapping: {
    readonly headings_hash: string;
    readonly source: string;
    readonly mapping: Json;
    readonly at: Date;
  };
  readonly fact_record: {
    readonly id: Counted;
    readonly enterprise: string;
    /** A fact's id, or the id of an entity whose items the value lists. */
    readonly fact: string;
    readonly year: Optional<number>;
    /** As a facts file writes it. */
    readonly value: Json;
    readonly source: string;
    readonly as_of: string;
    readonly recorded_at: Instant;
    readonly brought_by: string;
    /** The body in whose office; `null`: the enterprise itself, or the machine. */
    readonly brought_for: Optional<string>;
    readonly fact_import: Optional<string>;
    readonly withdrawn_at: OptionalInstant;
    readonly withdrawn_by: Optional<string>;
  };
  readonly fact_dispute: {
    readonly id: string;
    readonly fact_record: Whole;
    readonly enterprise: string;
    readonly claimed: OptionalJson;
    readonly words: string;
    readonly at: Instant;
    readonly brought_by: string;
    readonly settled_at: OptionalInstant;
    readonly settled_by: Optional<string>;
    readonly upheld: Optional<boolean>;
    readonly answer: Optional<string>;
  };
}
