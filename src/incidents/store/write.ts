/**
 * Writes versions: closes what was known, adds what is known now, and tells the ledger, in the caller's transaction.
 * Rows are staged by COPY into temporary tables (search vectors are computed there), so that the ledger's lock is held
 * only for the INSERTs.
 */
import { copyInto, copyLine } from '../../platform/database/copy.ts';
import { sql, type Tx } from '../../platform/database/database.ts';
import { appendToLedger, type Stamp } from '../../platform/ledger/store.ts';
import { missionOf } from '../../platform/principal.ts';
import type { PreparedVersion } from '../prepare.ts';
import { STILL_KNOWN } from './tables.ts';

const COLUMNS = [
  'kind',
  'type',
  'dataset',
  'day_from',
  'day_to',
  'time_precision',
  'place_precision',
  'lon',
  'lat',
  'tile_key',
  'country',
  'adm1',
  'adm2',
  'killed_low',
  'killed_best',
  'killed_high',
  'civilians_low',
  'civilians_best',
  'civilians_high',
  'injured',
  'abducted',
  'displaced',
  'operational',
  'human_rights',
  'actors',
  'tags',
] as const;
const CORE = [
  'n',
  'id',
  'version',
  'verb',
  'level',
  'compartments',
  ...COLUMNS,
  'words',
  'body',
  'envelope',
  'salt',
  'sent',
];
const ACCOUNT = ['n', 'id', 'version', 'level', 'compartments', 'adm1', 'adm2', 'words', 'body'];
const PROTECTED = ['n', 'id', 'version', 'level', 'compartments', 'adm1', 'adm2', 'subject', 'sealed'];

/** The staging tables of this connection; their rows go with the transaction. */
const STAGING = `
  create temp table if not exists staged_core (like incidents.core, n integer, words text) on commit delete rows;
  create temp table if not exists staged_account (like incidents.account, n integer, words text) on commit delete rows;
  create temp table if not exists staged_protected (like incidents.protected, n integer) on commit delete rows;`;

/** `like` copies NOT NULL; columns that the ledger's stamp fills later must wait, and vectors are computed on arrival. */
const RELAX = ['core', 'account', 'protected'].map(
  (
    t,
  ) => `alter table staged_${t} alter mission drop not null, alter known_from drop not null, alter known_to drop not null
    ${t === 'core' ? ', alter known_at drop not null, alter by drop not null' : ''}
    ${t === 'protected' ? '' : ', drop column search, add column search tsvector generated always as (incidents.words(words)) stored'}`,
);

/**
 * Writes these versions with one ledger line each. Versions must follow the ones they replace; at most one a record.
 * @returns where the write stands; version i has ledger line `first + i`
 */
export async function insertVersions(tx: Tx, versions: readonly PreparedVersion[]): Promise<Stamp> {
  const mission = missionOf(tx.who).id;
  await stage(tx, versions);
  const stamp = await appendToLedger(
    tx,
    versions.map((v) => ({ verb: v.verb, room: 'incidents', record: v.id, version: v.version, digest: v.digest })),
  );
  const replaced = versions.filter((v) => v.version > 1);
  if (replaced.length > 0) await close(tx, mission, stamp, versions);
  const core = sql.raw(CORE.filter((c) => c !== 'n' && c !== 'words').join(', '));
  await sql`insert into incidents.core (mission, known_from, known_to, known_at, by, search, ${core})
    select ${mission}, ${stamp.first}::bigint + n, ${STILL_KNOWN}::bigint, ${stamp.at}::timestamptz, ${tx.who.by}, search, ${core}
    from staged_core order by n`.execute(tx.db);
  if (versions.some((v) => v.account)) {
    const account = sql.raw(ACCOUNT.filter((c) => c !== 'n' && c !== 'words').join(', '));
    await sql`insert into incidents.account (mission, known_from, known_to, search, ${account})
      select ${mission}, ${stamp.first}::bigint + n, ${STILL_KNOWN}::bigint, search, ${account} from staged_account order by n`.execute(
      tx.db,
    );
  }
  if (versions.some((v) => v.protected)) {
    const hidden = sql.raw(PROTECTED.filter((c) => c !== 'n').join(', '));
    await sql`insert into incidents.protected (mission, known_from, known_to, ${hidden})
      select ${mission}, ${stamp.first}::bigint + n, ${STILL_KNOWN}::bigint, ${hidden} from staged_protected order by n`.execute(
      tx.db,
    );
  }
  return stamp;
}

async function stage(tx: Tx, versions: readonly PreparedVersion[]): Promise<void> {
  await prepareStaging(tx);
  await copyInto(tx, 'staged_core', CORE, versions.map(coreLine));
  const accounts = versions.flatMap((v, n) => (v.account ? [accountLine(v, n, v.account)] : []));
  if (accounts.length > 0) await copyInto(tx, 'staged_account', ACCOUNT, accounts);
  const hidden = versions.flatMap((v, n) => (v.protected ? [protectedLine(v, n, v.protected)] : []));
  if (hidden.length > 0) await copyInto(tx, 'staged_protected', PROTECTED, hidden);
}

/** Made once a connection; asking for them is cheaper than remembering which connection has them. */
async function prepareStaging(tx: Tx): Promise<void> {
  const { rows } = await tx.client.query<{ there: boolean }>(
    `select to_regclass('pg_temp.staged_protected') is not null as there`,
  );
  if (rows[0]?.there) return;
  await tx.client.query(STAGING);
  for (const statement of RELAX) await tx.client.query(statement);
}

function coreLine(v: PreparedVersion, n: number): string {
  return copyLine([
    n,
    v.id,
    v.version,
    v.verb,
    v.levels.core,
    v.compartments,
    ...COLUMNS.map((c) => v.columns[c]),
    v.words,
    v.body,
    v.envelope,
    v.salt,
    v.sent,
  ]);
}

const accountLine = (v: PreparedVersion, n: number, account: { body: string; words: string }): string =>
  copyLine([
    n,
    v.id,
    v.version,
    v.levels.account,
    v.compartments,
    v.columns.adm1,
    v.columns.adm2,
    account.words,
    account.body,
  ]);

const protectedLine = (v: PreparedVersion, n: number, group: { subject: string; sealed: Buffer }): string =>
  copyLine([
    n,
    v.id,
    v.version,
    v.levels.protected,
    v.compartments,
    v.columns.adm1,
    v.columns.adm2,
    group.subject,
    group.sealed,
  ]);

/** Ends what these versions replace: the core always, another group only where it is written anew. */
async function close(tx: Tx, mission: number, stamp: Stamp, versions: readonly PreparedVersion[]): Promise<void> {
  const groups = [
    ['core', () => true],
    ['account', (v: PreparedVersion) => v.account !== null],
    ['protected', (v: PreparedVersion) => v.protected !== null],
  ] as const;
  for (const [table, written] of groups) {
    const at = versions.flatMap((v, n) => (v.version > 1 && written(v) ? [{ id: v.id, seq: stamp.first + n }] : []));
    if (at.length === 0) continue;
    await sql`update incidents.${sql.raw(table)} t set known_to = ended.seq
      from unnest(${at.map((a) => a.id)}::uuid[], ${at.map((a) => a.seq)}::bigint[]) as ended (id, seq)
      where t.mission = ${mission} and t.id = ended.id and t.known_to = ${STILL_KNOWN}::bigint`.execute(tx.db);
  }
}
