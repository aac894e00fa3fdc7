/** What the contract refuses, by the field that it refuses. */
import type { z } from 'zod';
import { IncidentInput } from '../../../src/incidents/contract.ts';

/** Message ids by dotted path: `core.when` → `problem.order`. */
export type Problems = ReadonlyMap<string, string>;

/** Half of a position. */
const HALF = /oint\.[01]$/;
const ORDERED = /^core\.when$|\.total$|\.bySexAge\./;

function messageId({ code }: z.core.$ZodIssue, path: string): string {
  if (ORDERED.test(path) && code === 'custom') return 'problem.order';
  if (HALF.test(path) && code === 'invalid_type') return 'problem.missing';
  if (code === 'too_small') return 'problem.missing';
  if (code === 'too_big') return 'problem.tooLong';
  return 'problem.invalid';
}

export function problemsOf(input: IncidentInput): Problems {
  const read = IncidentInput.safeParse(input);
  if (read.success) return new Map();
  return new Map(
    read.error.issues.map((issue) => {
      const path = issue.path.join('.');
      return [path, messageId(issue, path)];
    }),
  );
}
