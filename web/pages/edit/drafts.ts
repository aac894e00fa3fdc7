/** Drafts live in this browser until the server has them: a dropped line or a closed lid loses nothing that was typed. */
import { desk } from '../../line/desk.ts';
import { sealJson, unsealJson } from '../../line/seal.ts';
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

export async function keepDraft({
  key,
  draft: { protected: _names, ...draft },
  ...kept
}: KeptDraft & { draft: Draft }): Promise<void> {
  const sealed = await sealJson('drafts', { ...kept, draft });
  await desk.drafts.put({ key, sealed, at: Date.parse(kept.savedAt) });
}

export async function findDraft(key: string): Promise<KeptDraft | null> {
  const row = await desk.drafts.get(key);
  const kept = row && (await unsealJson<Omit<KeptDraft, 'key'>>('drafts', row.sealed));
  return kept ? { ...kept, key } : null;
}

export const dropDraft = (key: string) => desk.drafts.delete(key);

/** A paragraph lies in the same drawer: its key has a part more. */
export async function keepWords({ key, ...words }: KeptWords): Promise<void> {
  await desk.drafts.put({ key, sealed: await sealJson('drafts', words), at: Date.now() });
}

export async function findWords(key: string): Promise<KeptWords | null> {
  const row = await desk.drafts.get(key);
  const kept = row && (await unsealJson<Omit<KeptWords, 'key'>>('drafts', row.sealed));
  return kept ? { ...kept, key } : null;
}
