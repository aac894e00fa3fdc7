import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { SavedView } from '../../../../src/platform/views/contract.ts';
import { dropView, keepView, viewKeys, viewsQuery } from '../../../api/views.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Refused } from '../../../ui/loaded.tsx';
import { useErrorText } from '../../../ui/states.tsx';
import { useRoom } from '../use-room.ts';
import { addressOf } from './address.ts';
import './views.css';

/** One's own views: renamed, shared, set to what is on screen, dropped. */
export default function ManageDialog({ onClose }: { onClose: () => void }) {
  const intl = useIntl();
  const { mission } = useRoom();
  const { data: views = [] } = useQuery(viewsQuery(mission));
  return (
    <Dialog title={intl.formatMessage({ id: 'views.manage' })} isOpen onClose={onClose}>
      <p className="soft small">
        <FormattedMessage id="views.shareHelp" />
      </p>
      <ul className="views">
        {views
          .filter(({ isOwn }) => isOwn)
          .map((view) => (
            <li key={view.id}>
              <OneView key={view.version} view={view} />
            </li>
          ))}
      </ul>
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.close" />
        </Button>
      </div>
    </Dialog>
  );
}

function OneView({ view }: { view: SavedView }) {
  const intl = useIntl();
  const { mission, search } = useRoom();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [name, setName] = useState(view.name);
  const after = { onSuccess: () => client.invalidateQueries({ queryKey: viewKeys(mission) }) };
  const keeping = useMutation({
    mutationFn: (change: Partial<Pick<SavedView, 'name' | 'address' | 'shared'>>) =>
      keepView(mission, view.id, view.version, {
        ...{ name: view.name, page: view.page, address: view.address, shared: view.shared },
        ...change,
      }),
    ...after,
  });
  const dropping = useMutation({ mutationFn: () => dropView(mission, view.id), ...after });
  const failed = keeping.error ?? dropping.error;
  const here = addressOf(search);
  const isNamed = name.trim() !== '' && name.trim() !== view.name;
  return (
    <>
      <TextField label={intl.formatMessage({ id: 'views.name' })} value={name} onChange={setName} maxLength={80} />
      <div className="view-acts">
        {isNamed && (
          <Button look="plain" isPending={keeping.isPending} onPress={() => keeping.mutate({ name: name.trim() })}>
            <FormattedMessage id="views.rename" />
          </Button>
        )}
        <Button look="bare" onPress={() => keeping.mutate({ shared: !view.shared })}>
          <FormattedMessage id={view.shared ? 'views.unshare' : 'views.share'} />
        </Button>
        {view.address !== here && (
          <Button look="bare" onPress={() => keeping.mutate({ address: here })}>
            <FormattedMessage id="views.update" />
          </Button>
        )}
        <Button look="bare" isPending={dropping.isPending} onPress={() => dropping.mutate()}>
          <FormattedMessage id="views.drop" />
        </Button>
      </div>
      {failed && <Refused>{errorText(failed)}</Refused>}
    </>
  );
}
