import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportPreview } from '../../../src/incidents/import/contract.ts';
import { ApiError } from '../../api/client.ts';
import { sendImport } from '../../api/imports.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useErrorText } from '../../ui/states.tsx';

const ENDINGS = ['.csv', '.tsv', '.txt', '.xlsx', '.json', '.geojson'];

/** Takes the file and sends it; nothing of it is brought in yet. */
export function Drop({ onPreview }: { onPreview: (preview: ImportPreview) => void }) {
  const intl = useIntl();
  const { slug } = useMission();
  const errorText = useErrorText();
  const [part, setPart] = useState(0);
  const stop = useRef<AbortController | null>(null);
  const sending = useMutation({
    mutationFn: (file: File) => {
      setPart(0);
      stop.current = new AbortController();
      return sendImport(slug, file, { onProgress: setPart, signal: stop.current.signal });
    },
    onSuccess: onPreview,
  });
  if (sending.isPending) {
    const sent = part >= 1;
    return (
      <div className="bring-sending">
        <Progress
          label={intl.formatMessage({ id: sent ? 'bring.looking' : 'bring.sending' }, { name: sending.variables.name })}
          done={part}
          total={sent ? null : 1}
        />
        <Button onPress={() => stop.current?.abort()}>
          <FormattedMessage id="common.cancel" />
        </Button>
      </div>
    );
  }
  const stopped = sending.error instanceof ApiError && sending.error.code === 'stopped';
  return (
    <div className="bring-drop">
      <FileDrop
        label={intl.formatMessage({ id: 'bring.drop' })}
        help={<FormattedMessage id="bring.dropHelp" />}
        accept={ENDINGS}
        onFile={(file) => sending.mutate(file)}
        main
      />
      {sending.isError && !stopped && <Refused>{errorText(sending.error)}</Refused>}
    </div>
  );
}
