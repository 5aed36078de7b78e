/** One thing said in Chinese and in English. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
