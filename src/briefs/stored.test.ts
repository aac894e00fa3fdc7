import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../../test/support/house.ts';
import { incidentInput } from '../../test/support/incidents.ts';
import { auditIncidents, recordIncident } from '../incidents/index.ts';
import { sql } from '../platform/database/database.ts';
import { withOwner } from '../platform/database/server-probe.ts';
import { verifyLedger } from '../platform/ledger/verify.ts';
import { latestNotices } from '../platform/notices/own.ts';
import type { Principal } from '../platform/principal.ts';
import { auditBriefs } from './audit.ts';
import { editPaper, sendPaper } from './commands/change-paper.ts';
import { changeTemplate } from './commands/change-template.ts';
import { dueAt, preparePaper } from './commands/prepare-papers.ts';
import { savePaper } from './commands/save-paper.ts';
import { onePaper, papers, paperVersions, readersOf, templateOf } from './queries.ts';
import { DEFAULT_TEMPLATE } from './rules/template.ts';

let house: TestHouse;
let head: Principal;
let reader: Principal;
let confidential: Principal;
const id = randomUUID();
const request = { id, kind: 'weekly', at: '2031-W09', language: 'en', words: {} } as const;

beforeAll(async () => {
  house = await testHouse();
  head = await house.member(['head_of_office', 'analyst'], { level: 'confidential' });
  reader = await house.member(['reader'], { level: 'internal' });
  confidential = await house.member(['reader'], { level: 'confidential' });
  await recordIncident(house.db, head, incidentInput({ day: '2031-02-27', killed: 4 }));
  const levels = { core: 'confidential', account: 'confidential', protected: 'strictly_confidential' };
  await recordIncident(house.db, head, incidentInput({ day: '2031-02-28', killed: 2, levels }));
});
afterAll(() => house.close());

describe('a stored paper', () => {
  it('is kept once, however often it is sent', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => savePaper(house.db, head, request)));
    expect(answers.map((a) => a.version)).toEqual([1, 1, 1, 1]);
    expect(await paperVersions(house.db, head, id)).toHaveLength(1);
    await expect(savePaper(house.db, head, { ...request, language: 'fr' })).rejects.toMatchObject({
      code: 'id_conflict',
    });
  });

  it('is there for those who see as much as it used, and for nobody else', async () => {
    expect((await onePaper(house.db, confidential, id)).paper.level).toBe('confidential');
    expect(await papers(house.db, reader)).toEqual([]);
    await expect(onePaper(house.db, reader, id)).rejects.toMatchObject({ code: 'not_found' });
    const bound = await house.member(['reader'], { level: 'confidential', areas: ['North'] });
    await expect(onePaper(house.db, bound, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(savePaper(house.db, reader, { ...request, id: randomUUID() })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('takes a person’s words as a version, and gives ours back', async () => {
    const edited = await editPaper(house.db, head, id, { comment: 'Quiet in the north so far.' }, 1);
    expect(edited).toMatchObject({ version: 2, state: 'edited', corrects: null });
    expect(edited.paper.blocks).toContainEqual(
      expect.objectContaining({ id: 'comment', edited: true, parts: ['Quiet in the north so far.'], generated: [] }),
    );
    expect(await editPaper(house.db, head, id, { comment: 'Quiet in the north so far.' }, 1)).toMatchObject({
      version: 2,
    });
    await expect(editPaper(house.db, head, id, { comment: 'Other' }, 1)).rejects.toMatchObject({
      code: 'version_conflict',
    });
    await expect(editPaper(house.db, head, id, { 'situation.table': 'x' }, 2)).rejects.toMatchObject({
      code: 'invalid_input',
    });
    const back = await editPaper(house.db, head, id, { comment: null }, 2);
    expect(back.paper.blocks).toContainEqual(expect.objectContaining({ id: 'comment', edited: false, parts: [] }));
  });

  it('can be sent to those who see as much, and only who may send is told who they are', async () => {
    const { items } = await readersOf(house.db, head, id);
    expect(items.map((r) => r.person).sort()).toEqual([head.person, confidential.person].sort());
    const nobody = await house.member(['partner'], { level: 'strictly_confidential', areas: ['North'] });
    expect((await readersOf(house.db, head, id)).items.map((r) => r.person)).not.toContain(nobody.person);
    await expect(readersOf(house.db, confidential, id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('goes to people who may read it, and is final then', async () => {
    const to = (p: Principal) => ({ to: [p.person ?? ''], note: null });
    await expect(sendPaper(house.db, head, id, to(reader), 3)).rejects.toMatchObject({ code: 'invalid_input' });
    const sent = await sendPaper(house.db, head, id, to(confidential), 3);
    const told = async (who: Principal) =>
      (await latestNotices(house.db, who, { limit: 10 })).items.map(({ subject, kinds }) => [subject.id, kinds]);
    expect([await told(confidential), await told(reader), await told(head)]).toEqual([[[id, { sent: 1 }]], [], []]);
    expect(sent).toMatchObject({ version: 4, state: 'sent', sentTo: [{ person: confidential.person }] });
    await expect(sendPaper(house.db, head, id, to(head), 4)).rejects.toMatchObject({ code: 'state_conflict' });
    expect(await papers(house.db, confidential)).toMatchObject([{ id, state: 'sent', toMe: true }]);
    const correction = await editPaper(house.db, head, id, { outlook: 'Markets on Thursday need watching.' }, 4);
    expect(correction).toMatchObject({ version: 5, state: 'edited', corrects: 4 });
    const events = await house.db.read(confidential, (tx) =>
      sql<{ name: string }>`select name from platform.event where room = 'briefs' order by seq`.execute(tx.db),
    );
    expect(events.rows.map((e) => e.name)).toEqual([
      ...['brief.ready', 'brief.changed', 'brief.changed', 'brief.sent', 'brief.changed'],
    ]);
  });

  it('is in the ledger, and a rewritten one is found', async () => {
    const verify = () =>
      verifyLedger(house.ownerUrl, { keys: [house.keys.ledger], auditors: [auditIncidents, auditBriefs] });
    expect((await verify()).findings).toEqual([]);
    await withOwner(house.ownerUrl, (owner) => owner.query(`update briefs.paper set level = 0 where version = 2`));
    expect((await verify()).findings).toEqual([`briefs ${id} version 2: level differ from what was written.`]);
    await withOwner(house.ownerUrl, (owner) =>
      owner.query(`update briefs.paper set level = 2, body = replace(body, 'Quiet', 'Calm') where version = 2`),
    );
    expect((await verify()).findings).toHaveLength(1);
    await withOwner(house.ownerUrl, (owner) =>
      owner.query(`update briefs.paper set body = replace(body, 'Calm', 'Quiet') where version = 2`),
    );
  });

  it('keeps ours beside the words that stand in its place', async () => {
    const plain = await savePaper(house.db, head, { ...request, id: randomUUID() });
    const ours = plain.paper.blocks.find((b) => b.id === 'outlook');
    expect(ours).toMatchObject({ type: 'paragraph', edited: false });
    const other = { ...request, id: randomUUID(), words: { outlook: 'Rain is late.' } };
    const { paper } = await savePaper(house.db, head, other);
    const parts = ours?.type === 'paragraph' ? ours.parts : null;
    expect(paper.blocks).toContainEqual(expect.objectContaining({ parts: ['Rain is late.'], generated: parts }));
  });
});

describe('what is prepared', () => {
  it('is due from the mission’s hour on, the weekly on Mondays', () => {
    const template = { ...DEFAULT_TEMPLATE, prepare: ['en', 'ar'] as ('en' | 'ar')[] };
    expect(dueAt(template, 'Africa/Bangui', '2031-03-03T06:29:00Z')).toEqual([]);
    expect(
      dueAt(template, 'Africa/Bangui', '2031-03-03T06:30:00Z').map((d) => `${d.kind} ${d.at} ${d.language}`),
    ).toEqual(['daily 2031-03-03 en', 'weekly 2031-W09 en', 'daily 2031-03-03 ar', 'weekly 2031-W09 ar']);
    expect(dueAt(template, 'UTC', '2031-03-04T09:00:00Z').map((d) => d.kind)).toEqual(['daily', 'daily']);
    expect(dueAt(DEFAULT_TEMPLATE, 'UTC', '2031-03-04T09:00:00Z')).toEqual([]);
  });

  it('is made once, as the person who asked for it', async () => {
    const job = {
      id: randomUUID(),
      who: { ...head, kind: 'job' as const },
      db: house.db,
      params: { kind: 'daily', at: '2031-02-28', language: 'fr', asOf: '2031-03-01T08:00:00Z' },
      report: async () => undefined,
    };
    const made = await Promise.all([preparePaper(job), preparePaper(job)]);
    expect(made.filter((m) => m.paper !== null)).toHaveLength(1);
    expect((await papers(house.db, head)).filter((p) => p.kind === 'daily')).toMatchObject([
      { state: 'draft', language: 'fr', by: head.by, made: { prepared: true, byName: head.name } },
    ]);
  });

  it('follows the mission’s template, which has versions', async () => {
    expect(await templateOf(house.db, head)).toMatchObject({ version: 0, preparedAs: null });
    const template = {
      ...DEFAULT_TEMPLATE,
      sections: { ...DEFAULT_TEMPLATE.sections, weekly: ['outlook' as const] },
      prepare: ['en' as const],
    };
    expect(await changeTemplate(house.db, head, template, 0)).toMatchObject({
      version: 1,
      preparedAs: { person: head.person },
    });
    await expect(changeTemplate(house.db, head, template, 0)).rejects.toMatchObject({ code: 'version_conflict' });
    await expect(changeTemplate(house.db, reader, template, 1)).rejects.toMatchObject({ code: 'forbidden' });
    const paper = await savePaper(house.db, head, { ...request, id: randomUUID() });
    expect(paper.paper.blocks.map((b) => b.id)).toEqual(['heading.outlook', 'outlook']);
  });
});
