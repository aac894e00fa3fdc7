/** Fields of a record that a source can stand behind, as they are called in `supports` and in the messages `fact.…`. */
export const SUPPORTABLE = [
  'when',
  'where',
  'figures',
  'parties',
  'hypotheses',
  'means',
  'damage',
  'narrative',
] as const;
