/** The room's front door: all that the house may use. No room lies downstream of briefs. */
import type { JobHandlers } from '../platform/jobs/runner.ts';
import { PREPARE_JOB, preparePaper } from './commands/prepare-papers.ts';

export { auditBriefs } from './audit.ts';
export { prepareOnTime } from './commands/prepare-papers.ts';
export { composePaper } from './compose.ts';
export { FILE_FORMATS, type FileFormat, PAPER_KINDS, type PaperKind } from './contract.ts';
export { fieldCard } from './field-card.ts';
export { renderPaper } from './render/render.ts';
export { briefRoutes } from './routes.ts';

/** Work of this room that the clock starts. */
export const briefJobs: JobHandlers = { [PREPARE_JOB]: preparePaper };
