import { z } from 'zod';
import { THEMES } from '../../../../src/mandates/contract.ts';

export const ThemeSearch = z.object({ theme: z.enum(THEMES).optional().catch(undefined) });
export type ThemeSearch = z.infer<typeof ThemeSearch>;
