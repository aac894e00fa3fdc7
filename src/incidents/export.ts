/**
 * The way out that is exact: what the asker may see, as filtered on screen, as known at one ledger line, streamed in
 * constant memory. The ledger says who took what out, before the first byte leaves. (Release, coarsened for others, is
 * another thing and comes later.)
 */
import { type Database, sql, type Tx } from '../platform/database/database.ts';
import { type ByteStream, type OutRow, WRITE_FORMATS, type WriteFormat, writeRows } from '../platform/files/index.ts';
import { type AsOf, recordAct, resolveAsOf } from '../platform/ledger/store.ts';
import { readMissions } from '../platform/missions/store.ts';
import { missionOf, must, type Principal } from '../platform/principal.ts';
import type { ExportFormat, Incident, IncidentFilter } from './contract.ts';
import { EXPORT_HEADERS, EXPORT_HXL_TAGS, INVENTED, toRow } from './export-columns.ts';
import { matching } from './store/filter.ts';
import { readMany } from './store/read.ts';

const PAGE = 500;

export interface Export {
  bytes: ByteStream;
  mediaType: string;
  fileName: string;
  asOf: AsOf;
}

/** Every page is read in a transaction of its own at the same ledger line, so a slow line holds nothing open. */
export async function exportIncidents(
  db: Database,
  who: Principal,
  filter: IncidentFilter,
  format: ExportFormat,
  /** Told how many rows went out so far, page by page. */
  progress: (done: number) => void = () => undefined,
): Promise<Export> {
  must(who, 'incident.export');
  const { asOf, invented } = await db.write(who, async (tx) => {
    const at = await resolveAsOf(tx, filter.asOf);
    await recordAct(tx, {
      verb: 'incidents.export',
      room: 'incidents.export',
      record: `${at.seq}`,
      content: { format, filter, seq: at.seq },
    });
    return { asOf: at, invented: await isInvented(tx) };
  });
  const kind: WriteFormat = format === 'hxl' ? 'csv' : format;
  const rows = allRows(db, who, filter, asOf.seq, progress);
  const tags = { ...EXPORT_HXL_TAGS, ...(invented ? { [INVENTED.name]: INVENTED.hxl } : {}) };
  return {
    bytes: writeRows(kind, invented ? labelled(rows) : rows, {
      headers: [...EXPORT_HEADERS, ...(invented ? [INVENTED.name] : [])],
      ...(format === 'hxl' ? { hxlTags: tags } : {}),
    }),
    mediaType: WRITE_FORMATS[kind].mediaType,
    fileName: `kinga-incidents-${asOf.seq}${invented ? '-invented' : ''}${format === 'hxl' ? '-hxl' : ''}.${WRITE_FORMATS[kind].extension}`,
    asOf,
  };
}

async function isInvented(tx: Tx): Promise<boolean> {
  const [mission] = await readMissions(tx, missionOf(tx.who).slug);
  return mission?.simulated ?? false;
}

async function* labelled(rows: AsyncIterable<OutRow>): AsyncGenerator<OutRow> {
  for await (const row of rows) yield { ...row, cells: { ...row.cells, [INVENTED.name]: INVENTED.cell } };
}

async function* allRows(
  db: Database,
  who: Principal,
  filter: IncidentFilter,
  seq: number,
  progress: (done: number) => void,
): AsyncGenerator<OutRow> {
  let done = 0;
  let after: { day: string; id: string } | null = null;
  for (;;) {
    const last: { day: string; id: string } | null = after;
    const page: { incidents: Incident[]; end: { day: string; id: string } | null } = await db.read(who, (tx) =>
      pageAfter(tx, filter, seq, last),
    );
    for (const incident of page.incidents) yield { cells: toRow(incident), point: incident.core.where.point };
    done += page.incidents.length;
    progress(done);
    if (!page.end) return;
    after = page.end;
  }
}

async function pageAfter(tx: Tx, filter: IncidentFilter, seq: number, after: { day: string; id: string } | null) {
  const beyond = after ? sql`(c.day_from, c.id) > (${after.day}::date, ${after.id}::uuid)` : sql`true`;
  const { rows } = await sql<{ day: string; id: string }>`
    select c.day_from as day, c.id from incidents.core c where ${matching(tx, filter, { seq, latest: false })} and ${beyond}
    order by c.day_from, c.id limit ${PAGE}`.execute(tx.db);
  const ids = rows.map((row) => row.id);
  const found = new Map((await readMany(tx, ids, seq)).map((incident) => [incident.id, incident]));
  const incidents = ids.flatMap((id) => found.get(id) ?? []);
  return { incidents, end: rows.length === PAGE ? (rows.at(-1) ?? null) : null };
}
