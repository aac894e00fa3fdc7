/** PostgreSQL's error codes that commands answer to. Their messages quote values, so nothing but the code is read. */
const has = (error: unknown, code: string): boolean =>
  error instanceof Error && (error as { code?: string }).code === code;

/** A row with this key was there already. */
export const isUniqueViolation = (error: unknown): boolean => has(error, '23505');
