import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { ApiError } from '../api/client.ts';
import { signOut } from '../api/session.ts';
import { forgetKeys } from '../line/seal.ts';
import { sayFailed } from '../ui/toast.tsx';
import { forgetCommands } from './commands/recent.ts';

/** Signs out, and takes along what lies in this browser: nobody who sits down here next finds it. */
export function useLeave() {
  const intl = useIntl();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    // Only here: the drawer and the worker's memory are no part of the room's shell.
    const [{ dropDesk }, { emptyKeeper }] = await Promise.all([import('../line/desk.ts'), import('../line/keeper.ts')]);
    const isOut = await signOut().then(
      () => true,
      (error: unknown) => error instanceof ApiError && error.status === 401,
    );
    // First the keys: what is on its way into the drawer then stays out of it.
    emptyKeeper();
    forgetKeys();
    await dropDesk();
    forgetCommands();
    // The cookie is the server's: without a line the session ends by itself, and the page says so.
    if (!isOut) sayFailed(intl.formatMessage({ id: 'account.notOut' }));
    client.clear();
    await navigate({ to: '/sign-in' });
  };
}
