import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { enter } from '../../api/session.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, useErrorText } from '../../ui/states.tsx';
import { LonePage } from './lone-page.tsx';
import { tokenInAddress } from './token.ts';

/**
 * A link that signs in once. It waits for a press: mail scanners and previews open links too, and would use it up.
 */
export function Enter() {
  const intl = useIntl();
  const [token] = useState(tokenInAddress);
  const navigate = useNavigate();
  const client = useQueryClient();
  const errorText = useErrorText();
  const entering = useMutation({
    mutationFn: () => enter(token),
    onSuccess: async () => {
      client.clear();
      await navigate({ to: '/' });
    },
  });
  return (
    <LonePage title={intl.formatMessage({ id: 'signIn.title' })}>
      {token ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            entering.mutate();
          }}
        >
          <p className="soft">
            <FormattedMessage id="enter.intro" />
          </p>
          {entering.isError && (
            <p className="field-error" role="alert">
              {errorText(entering.error)}
            </p>
          )}
          <Button look="need" type="submit" autoFocus isPending={entering.isPending}>
            <FormattedMessage id="signIn.enter" />
          </Button>
        </form>
      ) : (
        <EmptyState title={intl.formatMessage({ id: 'setUp.noToken' })}>
          <FormattedMessage id="enter.noToken" />
        </EmptyState>
      )}
    </LonePage>
  );
}
