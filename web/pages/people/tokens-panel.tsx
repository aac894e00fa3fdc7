import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { z } from 'zod';
import type { Token } from '../../../src/platform/accounts/contract.ts';
import { endToken, peopleKeys, tokensQuery } from '../../api/people.ts';
import { useMission } from '../../app/session.ts';
import { useMomentText } from '../../app/use-as-of.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { More } from '../../ui/more.tsx';
import { EmptyState, useErrorText } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { say, sayFailed } from '../../ui/toast.tsx';
import { listed } from '../../words/listed.ts';
import { TokenDialog } from './token-dialog.tsx';

/** Keys for programs: in one mission, with no more verbs than their maker has, and never for ever. */
export function TokensPanel() {
  const intl = useIntl();
  const { slug } = useMission();
  const tokens = useInfiniteQuery(tokensQuery(slug));
  const [isMaking, setMaking] = useState(false);
  return (
    <div className="tokens">
      <p className="soft page-lede">
        <FormattedMessage id="staff.tokensHelp" />
      </p>
      <div className="acts">
        <Button onPress={() => setMaking(true)}>
          <FormattedMessage id="staff.makeToken" />
        </Button>
      </div>
      <Loaded query={tokens}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={intl.formatMessage({ id: 'staff.noTokens' })}>
              <FormattedMessage id="staff.noTokensText" />
            </EmptyState>
          ) : (
            <TokensTable rows={rows} />
          )
        }
      </Loaded>
      <More query={tokens} />
      {isMaking && <TokenDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

function TokensTable({ rows }: { rows: readonly z.infer<typeof Token>[] }) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  const moment = useMomentText();
  const { label } = useVocabulary();
  const ending = useMutation({
    mutationFn: (id: string) => endToken(slug, id),
    onSuccess: () => say(intl.formatMessage({ id: 'staff.tokenEnded' })),
    onError: (error) => sayFailed(errorText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: peopleKeys(slug) }),
  });
  const title = (id: string) => intl.formatMessage({ id: `staff.column.${id}` });
  return (
    <Table
      caption={intl.formatMessage({ id: 'staff.tab.tokens' })}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'name', title: title('for'), cell: ({ name }) => <bdi>{name}</bdi> },
        { id: 'by', title: title('by'), cell: ({ personName }) => <bdi>{personName}</bdi> },
        {
          id: 'scopes',
          title: title('verbs'),
          cell: ({ scopes }) =>
            listed(
              intl.locale,
              scopes.map((verb) => label('verbs', verb)),
            ),
        },
        { id: 'until', title: title('until'), cell: ({ expiresAt }) => moment(expiresAt) },
        { id: 'used', title: title('used'), cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : '–') },
        {
          id: 'acts',
          title: title('acts'),
          cell: ({ id, name, revoked }) =>
            revoked ? (
              <FormattedMessage id="staff.tokenOver" />
            ) : (
              <Button
                isDisabled={ending.isPending}
                onPress={() => ending.mutate(id)}
                aria-label={intl.formatMessage({ id: 'staff.endTokenOf' }, { name })}
              >
                <FormattedMessage id="staff.endToken" />
              </Button>
            ),
        },
      ]}
    />
  );
}
