/** G14: people are erased, and nothing of them is left: not in the data folder, not in backups made after, not restored from one made before. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createZstdDecompress } from 'node:zlib';
import { erasePeople } from '../../src/incidents/commands/erase-people.ts';
import { recordIncident } from '../../src/incidents/commands/record-incident.ts';
import { IncidentInput } from '../../src/incidents/contract.ts';
import { decrypted } from '../../src/platform/backup/age.ts';
import { backup } from '../../src/platform/backup/backup.ts';
import { completeErasures, erasureList } from '../../src/platform/backup/erasures.ts';
import { restore } from '../../src/platform/backup/restore.ts';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import { type Installation, openInstallation } from '../../src/platform/installation.ts';
import { checkpointNow } from '../../src/platform/ledger/checkpoints.ts';
import { verifyLedger } from '../../src/platform/ledger/verify.ts';
import { systemPrincipal } from '../../src/platform/principal.ts';
import { scrubErased } from '../../src/platform/vault/scrub.ts';
import { addKeeper, newMission } from '../../test/support/real-house.ts';
import type { Campaign, Outcome } from './campaign.ts';
import { inFolder } from './folder.ts';

const lock = { passphrase: 'seven lanterns on the river' };
const house = systemPrincipal('campaign');
/** Begins every invented name: found once, in any spelling, one name is left. */
const CANARY = 'Zuhura-Canary-';
/** People who stay, so that there is something to find if finding works. */
const STAY = 5;

export const erasing: Campaign = {
  title: 'erasure',
  size: 1_000,
  unit: 'erasures',
  run: ({ size, say }) => inFolder((folder) => drill(folder, size, say)),
};

async function drill(folder: string, size: number, say: (progress: string) => void): Promise<Outcome> {
  const failures: string[] = [];
  const dataDir = path.join(folder, 'house');
  const before = path.join(folder, 'before.kinga');
  const installation = await openInstallation(dataDir);
  const { db, ownerUrl, keys } = installation;
  let held: number;
  try {
    const mission = await newMission(installation);
    const keeper = (await addKeeper(installation, mission)).who;
    const who = { ...keeper, verbs: new Set([...keeper.verbs, 'incident.erase']) };
    const ids = Array.from({ length: size + STAY }, () => randomUUID());
    for (const [n, id] of ids.entries()) await recordIncident(db, who, about(id, `${CANARY}${n}`));
    const wrapped = await keysOf(ownerUrl);
    await withOwner(ownerUrl, (owner) => owner.query('checkpoint'));
    held = (await scan(dataDir, wrapped)).length;
    if (held === 0) failures.push('the search finds no key even before the erasure, and proves nothing');
    await backup(installation, house, before, lock);
    const { text: checkpoint } = await db.write(house, checkpointNow);
    say(`${ids.length} people are recorded; their keys lie in ${held} files`);

    const erased = new Set<string>();
    for (const id of ids.slice(STAY))
      for (const subject of await erasePeople(db, who, id, 'asked')) erased.add(subject);
    await completeErasures(ownerUrl, dataDir);
    const { done } = await scrubErased(ownerUrl);
    if (!done) failures.push('scrubbing was not done');
    const gone = new Map([...wrapped].filter(([subject]) => erased.has(subject)));
    if (gone.size !== size) failures.push(`${gone.size} keys were destroyed instead of ${size}`);
    for (const found of await scan(dataDir, gone)) failures.push(`the data folder: ${found}`);

    const after = path.join(folder, 'after.kinga');
    await backup(installation, house, after, lock);
    const plain = await buffer(Readable.from(decrypted(after, lock, () => undefined)).pipe(createZstdDecompress()));
    for (const found of search(plain, gone)) failures.push(`the backup after: ${found}`);
    const { findings } = await verifyLedger(ownerUrl, { keys: [keys.ledger], checkpoints: [checkpoint] });
    failures.push(...findings.slice(0, 3));
    say(`${size} are erased`);
  } finally {
    await installation.close();
  }
  failures.push(...(await resurrected(folder, before, erasureList(dataDir), size)));
  return {
    met: failures.length === 0,
    measured: [
      ['people erased', `${size}, ${STAY} stay`],
      ['files with their keys before', `${held}`],
      ['names or keys left in the data folder, its write-ahead log, and a backup made after', `${failures.length}`],
      ['brought back by a backup made before, with the erasure list', failures.length === 0 ? '0' : 'see below'],
    ],
    failures,
  };
}

const about = (id: string, name: string) =>
  IncidentInput.parse({
    id,
    core: {
      ...{ kind: 'incident', type: 'abduction', title: null },
      when: { from: '2030-02-27', to: '2030-02-27', precision: 'day' },
      where: { point: [21.2, 6.5], precision: 'near', name: 'Kaga', adm1: 'North', adm2: 'Kaga district' },
    },
    account: null,
    protected: { people: [{ name, role: 'witness', note: null }] },
  });

async function keysOf(ownerUrl: string): Promise<Map<string, Buffer>> {
  const { rows } = await withOwner(ownerUrl, (owner) =>
    owner.query<{ subject: string; wrapped: Buffer }>('select subject, wrapped from platform.subject_key'),
  );
  return new Map(rows.map(({ subject, wrapped }) => [subject, wrapped]));
}

/** Every file below a folder that holds a name, or one of these keys. */
async function scan(folder: string, keys: ReadonlyMap<string, Buffer>): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (search(bytes, keys).length > 0) found.push(path.relative(folder, file));
  }
  return found;
}

const SPELLINGS: readonly Buffer[] = [
  ...[Buffer.from(CANARY), Buffer.from(CANARY, 'utf16le'), Buffer.from(Buffer.from(CANARY).toString('hex'))],
  // Base64 depends on where the name begins: the middle of each of the three ways.
  ...[0, 1, 2].map((shift) => {
    const text = Buffer.from(`${'x'.repeat(shift)}${CANARY}`).toString('base64');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -4));
  }),
];

/** What of names and keys stands in some bytes; keys raw and, as in COPY, in hexadecimal. */
function search(bytes: Buffer, keys: ReadonlyMap<string, Buffer>): string[] {
  const found = SPELLINGS.flatMap((spelling) =>
    bytes.includes(spelling) ? [`a name (${spelling.length} bytes)`] : [],
  );
  const starts = new Map<number, Buffer>();
  for (const key of keys.values())
    for (const form of [key.subarray(0, 16), Buffer.from(key.toString('hex', 0, 16))])
      starts.set(form.readUInt32LE(), form);
  for (let at = 0; at + 4 <= bytes.length; at++) {
    const form = starts.get(bytes.readUInt32LE(at));
    if (form && bytes.subarray(at, at + form.length).equals(form)) found.push(`a key at ${at}`);
  }
  return found;
}

async function resurrected(folder: string, backupFile: string, list: string, size: number): Promise<string[]> {
  const dataDir = path.join(folder, 'fresh');
  const { erased } = await restore(backupFile, lock, { dataDir }, { erasures: { file: list } });
  const fresh: Installation = await openInstallation(dataDir);
  try {
    const left = (await keysOf(fresh.ownerUrl)).size;
    return erased.length === size && left === STAY ? [] : [`${left} keys came back, ${STAY} should have`];
  } finally {
    await fresh.close();
  }
}
