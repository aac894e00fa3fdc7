/** Editing and sending: each is a version. What was sent is final; words that change it make a correction that says so. */
import { membersAmong } from '../../platform/accounts/store.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUniqueViolation } from '../../platform/database/violations.ts';
import { KingaError } from '../../platform/errors.ts';
import type { Stamp } from '../../platform/ledger/store.ts';
import { notify } from '../../platform/notices/notify.ts';
import { missionOf, must, type Principal } from '../../platform/principal.ts';
import type { Paper, SendPaper, StoredPaper, Words } from '../contract.ts';
import { onePaper } from '../queries.ts';
import { mayHave, mergedWords, PAPER_LIFE, withWords } from '../rules/life.ts';
import {
  insertPaper,
  type NewVersion,
  type PaperVersion,
  readPaperVersions,
  sentDigest,
  sentUnder,
} from '../store/papers.ts';
import { scopeOfPaper, tell } from './save-paper.ts';

/** @throws `not_found`, `version_conflict`, `invalid_input` for a paragraph that cannot be edited */
export async function editPaper(
  db: Database,
  who: Principal,
  id: string,
  words: Words,
  basedOn: number,
): Promise<StoredPaper> {
  must(who, 'brief.edit');
  return step(db, who, { id, basedOn, verb: 'brief.edit', sent: { words, basedOn } }, (current) => {
    withWords(current.paper, words);
    return {
      ...{ state: 'edited', words: mergedWords(current.words, words) },
      corrects: current.state === 'sent' ? current.version : current.corrects,
    };
  });
}

/** Marks it sent to named people of the mission, each of whom must be able to read it. @throws `invalid_input` naming who cannot */
export async function sendPaper(
  db: Database,
  who: Principal,
  id: string,
  { to, note }: SendPaper,
  basedOn: number,
): Promise<StoredPaper> {
  must(who, 'brief.send');
  return step(db, who, { id, basedOn, verb: 'brief.send', sent: { to, note, basedOn } }, async (current, tx) => {
    await mustReach(tx, current.paper, to);
    return { state: 'sent', sentTo: [...new Set(to)].sort(), note };
  });
}

interface Step {
  id: string;
  basedOn: number;
  verb: string;
  sent: unknown;
}
type Change = Partial<Pick<NewVersion, 'words' | 'corrects' | 'sentTo' | 'note'>> & Pick<NewVersion, 'state'>;

async function step(
  db: Database,
  who: Principal,
  { id, basedOn, verb, sent }: Step,
  change: (current: PaperVersion, tx: Tx) => Change | Promise<Change>,
): Promise<StoredPaper> {
  const digest = sentDigest(who.by, sent);
  const attempt = () =>
    db.write(who, async (tx) => {
      const current = (await readPaperVersions(tx, id)).at(-1);
      if (!current) throw new KingaError('not_found');
      if ((await sentUnder(tx, id, basedOn + 1))?.equals(digest)) return;
      if (current.version !== basedOn)
        throw new KingaError('version_conflict', { yours: basedOn, current: current.version });
      const next = await change(current, tx);
      if (next.state !== current.state && !PAPER_LIFE[current.state].includes(next.state))
        throw new KingaError('state_conflict', { from: current.state, to: next.state });
      if (next.state === 'sent' && current.state === 'sent')
        throw new KingaError('state_conflict', { from: 'sent', to: 'sent' });
      const { paper, words, corrects, sentTo, note } = current;
      const version = basedOn + 1;
      const kept = { ...{ paper, words, corrects, sentTo, note }, ...next };
      const stamp = await insertPaper(tx, { ...kept, ...{ id, version, verb, prepared: null, sent: digest } });
      await tell(tx, next.state === 'sent' ? 'brief.sent' : 'brief.changed', stamp, id, version, paper);
      if (next.state === 'sent') await tellReaders(tx, stamp, { id, version, paper, sentTo: kept.sentTo });
    });
  // Of two at once one comes too late; it looks again and finds a repetition or a conflict.
  await attempt().catch((error) => (isUniqueViolation(error) ? attempt() : Promise.reject(error)));
  return onePaper(db, who, id);
}

async function mustReach(tx: Tx, paper: Paper, to: readonly string[]): Promise<void> {
  const members = await membersAmong(tx, missionOf(tx.who), to);
  for (const person of to) {
    const member = members.get(person);
    if (!member || member.disabled)
      throw new KingaError('invalid_input', { what: `${person} is nobody of this mission` });
    if (!mayHave(member, paper))
      throw new KingaError('invalid_input', { what: `${member.name} may not read a paper of this level` });
  }
}

/** Whoever it is sent to finds it among their notices. */
const tellReaders = (
  tx: Tx,
  stamp: Stamp,
  { id, version, paper, sentTo }: Pick<PaperVersion, 'id' | 'version' | 'paper' | 'sentTo'>,
): Promise<void> =>
  notify(
    tx,
    stamp,
    scopeOfPaper(tx, id, version, paper),
    sentTo.map((person) => ({ person, kind: 'sent', room: 'briefs', record: id, version, seq: stamp.first })),
  );
