/** The room's front door: all that other rooms and the house may use. */
import type { JobHandlers } from '../platform/jobs/runner.ts';
import { tellsItsEnd } from '../platform/notices/finished.ts';
import { editManyJob } from './bulk/job.ts';
import { importIncidents } from './commands/import-incidents.ts';
import { PLACE_JOB, placeAgain } from './commands/place-again.ts';
import { withdrawImport } from './commands/withdraw-import.ts';

export { auditIncidents } from './audit.ts';
export { importIncidents } from './commands/import-incidents.ts';
export { keyDigests } from './commands/key-digests.ts';
export { placeAgain, startPlacing } from './commands/place-again.ts';
export { previewImport } from './commands/preview-import.ts';
export { recordIncident } from './commands/record-incident.ts';
export { rememberMapping } from './commands/remember-mapping.ts';
export { writeMany } from './commands/write-many.ts';
export { EXPORT_FORMATS, type ExportFormat, type Incident } from './contract.ts';
export { exportIncidents } from './export.ts';
export { ImportResult, Mapping } from './import/contract.ts';
export { ImportParams } from './import/params.ts';
export { incidentRoutes } from './routes.ts';
export {
  type Correction,
  type Coverage,
  type HeldDataset,
  type NamedActor,
  type Situation,
  type Spot,
  type Stream,
  type Sum,
  situation,
  type Told,
  VAGUE_DAYS,
  VAGUE_PLACES,
  type Victims,
} from './situation.ts';
export { isSetApart } from './specialists.ts';
export { type Memory, openMemory } from './store/memory/memory.ts';

/** Long work of this room. @param refused folder for rows that an import did not take */
export const incidentJobs = ({ refused }: { refused: string }): JobHandlers => ({
  'incidents.import': tellsItsEnd(async (job) => ({ ...(await importIncidents(job, refused)) })),
  'incidents.bulk': tellsItsEnd(editManyJob),
  [PLACE_JOB]: placeAgain,
  'incidents.withdraw_import': tellsItsEnd(async (job) => ({ ...(await withdrawImport(job)) })),
});
