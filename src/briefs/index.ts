/** The room's front door: all that the house may use. No room lies downstream of briefs. */
export { composePaper } from './compose.ts';
export { FILE_FORMATS, type FileFormat, PAPER_KINDS, type PaperKind } from './contract.ts';
export { renderPaper } from './render/render.ts';
