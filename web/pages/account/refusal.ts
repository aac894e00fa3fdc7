import { ApiError } from '../../api/client.ts';
import { useErrorText } from '../../ui/states.tsx';

/** Here a 401 means a wrong passphrase or code, not a session that ended: the server's own sentence says which. */
export function useRefusalText() {
  const errorText = useErrorText();
  return (error: unknown): string =>
    error instanceof ApiError && ['wrong_credentials', 'code_needed'].includes(error.code) && error.message
      ? error.message
      : errorText(error);
}
