/** Saved views: one opens them, keeps what is on screen under a name, shares it. A view is an address and nothing else. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useIntl } from 'react-intl';
import { viewsQuery } from '../../../api/views.ts';
import { useCommands, useKeyCommand } from '../../../app/commands/registry.ts';
import { parseSearch, readRoomSearch } from '../../../app/search.ts';
import { Chevron } from '../../../ui/marks.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { sayFailed } from '../../../ui/toast.tsx';
import { useRoom } from '../use-room.ts';
import { addressOf } from './address.ts';

const KeepDialog = lazy(() => import('./keep-dialog.tsx'));
const ManageDialog = lazy(() => import('./manage-dialog.tsx'));

export function ViewsMenu() {
  const intl = useIntl();
  const { mission, search } = useRoom();
  const navigate = useNavigate();
  const { data: views = [] } = useQuery(viewsQuery(mission));
  const [isOpen, setOpen] = useState(false);
  const [asks, setAsks] = useState<'keep' | 'manage' | null>(null);
  const key = useKeyCommand();
  const here = addressOf(search);
  const shown = views.find(({ address }) => address === here);
  const open = (id: string) => {
    const address = views.find((view) => view.id === id)?.address ?? '';
    try {
      // A view of an older version may speak of filters that there are no longer.
      const to = readRoomSearch(parseSearch(address));
      navigate({ to: '/m/$mission/room', params: { mission }, search: to });
    } catch {
      sayFailed(intl.formatMessage({ id: 'views.unreadable' }));
    }
  };
  const title = intl.formatMessage({ id: 'views.title' });
  const acts = [
    { id: 'keep', label: intl.formatMessage({ id: 'views.keep' }), act: () => setAsks('keep') },
    ...(views.some(({ isOwn }) => isOwn)
      ? [{ id: 'manage', label: intl.formatMessage({ id: 'views.manage' }), act: () => setAsks('manage') }]
      : []),
  ];
  const named = views.map(({ id, name, isOwn, by }) => ({
    id,
    label: isOwn ? name : intl.formatMessage({ id: 'views.by' }, { name, by }),
  }));
  useCommands(() => [
    ...key('views', 'list', true, () => setOpen(true)),
    ...acts.map(({ id, label, act }) => ({ id: `views.${id}`, group: 'list' as const, label, run: act })),
    ...named.map(({ id, label }) => ({ id: `view-${id}`, group: 'list' as const, label, run: () => open(id) })),
  ]);
  return (
    <>
      <Menu
        label={title}
        look="bare"
        isOpen={isOpen}
        onOpenChange={setOpen}
        button={
          <>
            <bdi>{shown?.name ?? title}</bdi>
            <Chevron />
          </>
        }
        parts={[
          ...(views.length > 0
            ? [
                {
                  title,
                  choices: named,
                  value: shown?.id ?? '',
                  onChange: open,
                },
              ]
            : []),
          ...acts,
        ]}
      />
      <Suspense>
        {asks === 'keep' && <KeepDialog onClose={() => setAsks(null)} />}
        {asks === 'manage' && <ManageDialog onClose={() => setAsks(null)} />}
      </Suspense>
    </>
  );
}
