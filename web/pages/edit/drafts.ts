/** Drafts live in this browser until the server has them: a dropped line or a closed lid loses nothing that was typed. */
import Dexie, { type EntityTable } from 'dexie';
import type { Draft } from './draft.ts';

interface KeptDraft {
  /** `mission/person/new`, or `mission/person/<id of the record>`. */
  key: string;
  /** Without what names people: that is sealed at the server and erasable there, so it must not stay behind here. */
  draft: Omit<Draft, 'protected'>;
  /** The version that the draft was made on; `null` for a new record. */
  base: number | null;
  savedAt: string;
}

/** Words for a paragraph of a paper, made on a version of it. */
interface KeptWords {
  /** `mission/person/<id of the paper>/<paragraph>` */
  key: string;
  text: string;
  base: number;
}

const store = new Dexie('kinga-drafts') as Dexie & {
  drafts: EntityTable<KeptDraft, 'key'>;
  words: EntityTable<KeptWords, 'key'>;
};
store.version(1).stores({ drafts: 'key' });
store.version(2).stores({ drafts: 'key', words: 'key' });

export const keepDraft = ({ draft: { protected: _names, ...draft }, ...kept }: KeptDraft & { draft: Draft }) =>
  store.drafts.put({ ...kept, draft });
export const findDraft = async (key: string) => (await store.drafts.get(key)) ?? null;
export const dropDraft = (key: string) => store.drafts.delete(key);

export const keepWords = (words: KeptWords) => store.words.put(words);
export const findWords = async (key: string) => (await store.words.get(key)) ?? null;
export const dropWords = (key: string) => store.words.delete(key);

/** At signing out: nobody who sits down at this desk next finds what the last one was writing. */
export const dropAllDrafts = () => Promise.all([store.drafts.clear(), store.words.clear()]);
