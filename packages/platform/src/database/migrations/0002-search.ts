import type { Migration } from './migration.ts';

export const search: Migration = {
  name: '0002-search',
  statements: [
    // Grams are the characters and pairs of characters of the words: built-in tokenizers lose short Chinese words. Their
    // indexes are made when the table is filled, all rows at once. Long values are kept out of the rows: a search
    // for a common word looks at thousands of rows and shows twenty.
    `create table search_passage (
      version text not null,
      place integer not null,
      document text not null,
      status text not null,
      clause text not null,
      line_from integer not null,
      line_to integer not null,
      names text[] not null,
      shown text not null,
      words text not null,
      grams tsvector not null,
      name_grams tsvector not null,
      kinds text[] not null,
      departments text[] not null,
      matters text[] not null,
      valid_from date not null,
      valid_until date,
      upper_fen bigint,
      primary key (version, place)
    ) with (toast_tuple_target = 128)`,
  ],
};
