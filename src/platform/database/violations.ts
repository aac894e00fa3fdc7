/** PostgreSQL's error codes that commands answer to. Their messages quote values, so nothing but the code is read. */
const has = (error: unknown, code: string): boolean =>
  error instanceof Error && (error as { code?: string }).code === code;

/** Row-level security refused a row: who writes it would not see it. (A right that the role lacks has the same code.) */
export const isBeyondView = (error: unknown): boolean =>
  has(error, '42501') && (error as { routine?: string }).routine === 'ExecWithCheckOptions';

/** A row with this key was there already. */
export const isUniqueViolation = (error: unknown): boolean => has(error, '23505');
