import type { Paper } from '../contract.ts';
export const paperToDocx = async (_paper: Paper): Promise<Buffer> => Buffer.alloc(0);
