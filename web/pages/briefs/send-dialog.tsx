/** Whom a paper goes to. What it says stays in the house: they are told that it is there. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PaperReaders, StoredPaper } from '../../../src/briefs/contract.ts';
import { briefKeys, readersQuery, sendPaper } from '../../api/briefs.ts';
import { rolesQuery } from '../../api/people.ts';
import { useCommands, useKeyCommand } from '../../app/commands/registry.ts';
import { keysOf } from '../../app/commands/shortcuts.ts';
import { useLanguage } from '../../app/preferences.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Loaded, Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { say } from '../../ui/toast.tsx';
import { listed } from '../../words/listed.ts';
import { Readers } from './readers.tsx';

export default function SendDialog({ stored, onClose }: { stored: StoredPaper; onClose: () => void }) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { id, version, corrects, paper } = stored;
  const readers = useNamedReaders(id);
  // A correction goes to those who had what it corrects, unless somebody decides otherwise.
  const [to, setTo] = useState<readonly string[]>(stored.sentTo.map(({ person }) => person));
  const [note, setNote] = useState('');
  const sending = useMutation({
    mutationFn: () => sendPaper(slug, id, version, { to: [...to], note: note.trim() || null }),
    onSuccess: async ({ sentTo }) => {
      await client.invalidateQueries({ queryKey: briefKeys(slug) });
      say(intl.formatMessage({ id: 'paper.sent' }, { n: sentTo.length }));
      onClose();
    },
  });
  const isReady = to.length > 0 && !sending.isPending;
  const send = () => isReady && sending.mutate();
  const key = useKeyCommand();
  useCommands(() => key('sendNow', 'dialog', isReady, send));
  return (
    <Dialog title={intl.formatMessage({ id: 'paper.sendTitle' }, { title: paper.title })} isOpen onClose={onClose}>
      <p className="soft small">
        <FormattedMessage id="paper.sendHelp" />
      </p>
      <Loaded query={readers} lines={4}>
        {(people) => <Readers people={people} value={to} onChange={setTo} />}
      </Loaded>
      {corrects !== null && (
        <TextField
          label={intl.formatMessage({ id: 'paper.note' })}
          help={intl.formatMessage({ id: 'paper.noteHelp' })}
          lines={2}
          maxLength={2000}
          value={note}
          onChange={setNote}
        />
      )}
      {sending.isError && <Refused>{errorText(sending.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button
          look="need"
          hint={keysOf('sendNow').join()}
          isDisabled={!isReady}
          isPending={sending.isPending}
          onPress={send}
        >
          <FormattedMessage id="paper.sendTo" values={{ n: to.length }} />
        </Button>
      </div>
    </Dialog>
  );
}

/** Those who may have it, with what they are in the mission. */
function useNamedReaders(paper: string) {
  const { slug } = useMission();
  const language = useLanguage();
  const roles = useQuery(rolesQuery(slug));
  const named = (codes: readonly string[]) =>
    listed(
      language,
      codes.map((code) => roles.data?.find((role) => role.code === code)?.labels[language] ?? code),
    );
  const readers = useQuery(readersQuery(slug, paper));
  const data = readers.data?.map(({ person, name, roles: codes }: PaperReaders['items'][number]) => ({
    ...{ id: person, name },
    detail: named(codes),
  }));
  return { ...readers, data };
}
