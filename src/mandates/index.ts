/** The room's front door: all that the house may use. */
export type { Reading } from './contract.ts';
export { type CorpusText, numberingOf, readNamed, symbolOfName, textsOf } from './corpus.ts';
export { readMandate } from './reading/read.ts';
