import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { Button } from './button.tsx';

type MoreProps = {
  query: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;
};

/** Stands below a list that has more rows than are shown. */
export function More({ query }: MoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <div className="acts">
      <Button isPending={query.isFetchingNextPage} onPress={() => query.fetchNextPage()}>
        <FormattedMessage id="page.more" />
      </Button>
    </div>
  );
}
