/**
 * Brings in a file that somebody else made: streaming, in constant memory, in small writes. What cannot be a record goes
 * back to a person in a file with the reason; the same file again adds nothing; a row that its source changed becomes a
 * version, and our own work on the record stays.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ZodError } from 'zod';
import { iso3FromName, placer } from '../../places/index.ts';
import { KingaError } from '../../platform/errors.ts';
import { type OpenedFile, type RefusedFile, refusedWriter } from '../../platform/files/index.ts';
import type { JobContext } from '../../platform/jobs/runner.ts';
import { recordAct } from '../../platform/ledger/store.ts';
import { missionOf, must } from '../../platform/principal.ts';
import { IncidentInput } from '../contract.ts';
import type { ImportResult } from '../import/contract.ts';
import { recordId } from '../import/identity.ts';
import { makeImporter } from '../import/importer.ts';
import { ImportParams } from '../import/params.ts';
import { lacking, recognise } from '../import/schemas.ts';
import type { Adapter, ImportContext } from '../import/types.ts';
import { filled } from '../place.ts';
import { sentDigest } from '../prepare.ts';
import { separate } from '../specialists.ts';
import { batchWriter } from './import-writer.ts';
import { knownNames } from './known-names.ts';
import { locatorOf, openImport, type Placer } from './open-import.ts';
import { firstRows } from './preview-import.ts';
import { rememberedMapping } from './remember-mapping.ts';
import { withdrawMissing } from './withdraw-missing.ts';

/** Sentences kept at most; a file with more kinds of trouble is told by its first ones. */
const MOST_SENTENCES = 200;
/** Rows looked at to settle what a mapping leaves open. */
const SAMPLES = 200;

/** The job `incidents.import`. @param refusedFolder where rows that were not taken are kept, one file a run */
export async function importIncidents(job: JobContext, refusedFolder: string): Promise<ImportResult> {
  must(job.who, 'import.run');
  const params = ImportParams.parse(job.params);
  try {
    const file = await openImport(params);
    const refusedPath = path.join(refusedFolder, `${job.id}.csv`);
    await mkdir(refusedFolder, { recursive: true, mode: 0o700 });
    const refused = refusedWriter(refusedPath, file.headers);
    const place = await job.db.read(job.who, placer);
    const { adapter, dataset } = await adapterFor(job, file, params, place);
    const result = await readAll(job, { params, file, adapter, dataset, refused, place }).finally(() =>
      refused.close(),
    );
    result.notes.push(...file.notes, ...adapter.notes);
    if (result.refused > 0) result.refusedFile = refusedPath;
    if (!params.dryRun) await conclude(job, result);
    return result;
  } finally {
    if (params.removeAfter) await rm(params.path, { force: true });
  }
}

async function adapterFor(job: JobContext, file: OpenedFile, params: ImportParams, place: Placer) {
  const recognised = recognise(file.headers, file.hxlTags);
  const dataset = params.dataset ?? recognised.dataset;
  const schema = params.schema ?? recognised.schema;
  const lack = lacking(schema, file.headers);
  if (lack !== null) throw new KingaError('unreadable_file', { why: lack });
  const samples = await firstRows(file, SAMPLES);
  const isMapped = schema === 'generic' || schema === 'hxl';
  const remembered =
    params.mapping || !isMapped ? null : await job.db.read(job.who, (tx) => rememberedMapping(tx, file.headers));
  if (remembered) file.notes.push(`The mapping “${remembered.name}”, remembered for these headings, was used.`);
  const mapping = params.mapping ?? remembered?.mapping;
  const context: ImportContext = {
    headers: file.headers,
    ...(file.hxlTags ? { hxlTags: file.hxlTags } : {}),
    ...(mapping ? { mapping } : {}),
    ...(params.levels ? { levels: params.levels } : {}),
    compartments: params.compartments ?? [],
    dataset,
    iso3FromName,
    locator: locatorOf(place),
    today: job.db.clock.now().toISOString().slice(0, 10),
    ...(isMapped && !mapping ? { known: await job.db.read(job.who, (tx) => knownNames(tx, samples)) } : {}),
  };
  return { adapter: makeImporter(schema, context, samples), dataset };
}

interface Reading {
  params: ImportParams;
  file: OpenedFile;
  adapter: Adapter;
  dataset: string;
  refused: RefusedFile;
  place: Placer;
}

async function readAll(
  job: JobContext,
  { params, file, adapter, dataset, refused, place }: Reading,
): Promise<ImportResult> {
  const result: ImportResult = {
    ...{
      dataset,
      dryRun: params.dryRun ?? false,
      read: 0,
      added: 0,
      changed: 0,
      unchanged: 0,
      withdrawn: 0,
      refused: 0,
    },
    ...{ refusedFile: null, notes: [], warnings: {} },
  };
  const mission = missionOf(job.who);
  const writer = batchWriter(job, result);
  const begun = await job.db.read(job.who, async (tx) => tx.clock.now());
  for await (const row of file.rows()) {
    result.read += 1;
    if (row.refused) {
      result.refused += 1;
      await refused.write(row);
      continue;
    }
    const adapted = adapter.adapt(row);
    if (adapted.refused !== undefined) {
      result.refused += 1;
      await refused.write({ row: row.row, reason: adapted.refused, cells: row.cells });
      continue;
    }
    const id = adapted.id ?? recordId(mission.slug, dataset, adapted.externalKey);
    const checked = IncidentInput.safeParse({ ...adapted.input, id });
    if (!checked.success) {
      result.refused += 1;
      await refused.write({ row: row.row, reason: sentenceOf(checked.error), cells: row.cells });
      continue;
    }
    for (const sentence of adapted.warnings) warn(result, sentence);
    const sent = sentDigest(job.db.keys, dataset, adapted.input);
    await writer.add({ input: separate({ ...checked.data, core: filled(checked.data.core, place) }), sent });
  }
  await writer.end();
  if (params.complete && !params.dryRun) result.withdrawn = await withdrawMissing(job, dataset, writer.seen, begun);
  return result;
}

/** Sentences that differ only in what they quote are one kind of trouble: told once, with the number of rows. */
function warn({ warnings }: ImportResult, sentence: string): void {
  const kind = sentence.replaceAll(/“[^”]*”/g, '“…”').replaceAll(/-?\d[\d.,:/-]*/g, '…');
  if (warnings[kind] === undefined && Object.keys(warnings).length >= MOST_SENTENCES) return;
  warnings[kind] = (warnings[kind] ?? 0) + 1;
}

/** What the contract says against a row: where and what, never the value itself. */
const sentenceOf = (error: ZodError): string =>
  error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    .join('; ');

/** The run as a whole is a line in the ledger: what was asked and what came of it. */
async function conclude(
  job: JobContext,
  { refusedFile: _path, warnings: _sentences, notes: _notes, ...counts }: ImportResult,
): Promise<void> {
  await job.db.write(job.who, (tx) =>
    recordAct(tx, { verb: 'incidents.import', room: 'incidents.import', record: job.id, content: counts }),
  );
}
