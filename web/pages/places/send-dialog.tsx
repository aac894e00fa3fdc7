/** A file of geography with what must be said beside it: its name, where it comes from, and under what licence. */
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { About } from '../../api/boundary-sets.ts';
import type { Sending } from '../../api/upload.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useErrorText } from '../../ui/states.tsx';

interface SendDialogProps<T> {
  title: string;
  /** Which files can be read. */
  help: ReactNode;
  accept: readonly string[];
  send: (about: About, file: File, sending: Sending) => Promise<T>;
  onDone: (answer: T) => void;
  onClose: () => void;
}

export function SendDialog<T>({ title, help, accept, send, onDone, onClose }: SendDialogProps<T>) {
  const intl = useIntl();
  const errorText = useErrorText();
  const [about, setAbout] = useState<About>({ name: '', source: '', licence: '' });
  const [file, setFile] = useState<File | null>(null);
  const [part, setPart] = useState(0);
  const sending = useMutation({
    mutationFn: (chosen: File) => send(about, chosen, { onProgress: setPart }),
    onSuccess: onDone,
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    setAbout((before) => ({ ...before, name: before.name || chosen.name.replace(/\.\w+$/, '') }));
  };
  const field = (id: keyof About) => ({
    label: intl.formatMessage({ id: `atlas.column.${id}` }),
    value: about[id],
    onChange: (text: string) => setAbout({ ...about, [id]: text }),
  });
  const isReady = file !== null && about.name.trim() !== '' && about.source.trim() !== '';
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <FileDrop
        label={file?.name ?? intl.formatMessage({ id: 'atlas.drop' })}
        help={help}
        accept={accept}
        onFile={choose}
      />
      <TextField {...field('name')} help={intl.formatMessage({ id: 'atlas.nameHelp' })} />
      <TextField {...field('source')} help={intl.formatMessage({ id: 'atlas.sourceHelp' })} />
      <TextField {...field('licence')} help={intl.formatMessage({ id: 'atlas.licenceHelp' })} />
      {sending.isPending && file && (
        <Progress
          label={intl.formatMessage({ id: part < 1 ? 'bring.sending' : 'bring.looking' }, { name: file.name })}
          done={part}
          total={part < 1 ? 1 : null}
        />
      )}
      {sending.isError && <Refused>{errorText(sending.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button
          look="need"
          isDisabled={!isReady}
          isPending={sending.isPending}
          onPress={() => file && sending.mutate(file)}
        >
          <FormattedMessage id="bring.go" />
        </Button>
      </div>
    </Dialog>
  );
}
