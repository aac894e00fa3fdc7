import { useMutation } from '@tanstack/react-query';
import { FileTrigger } from 'react-aria-components';
import { FormattedMessage } from 'react-intl';
import type { ImportPreview } from '../../../src/incidents/import/contract.ts';
import { sendForm } from '../../api/imports.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';

interface FormChoiceProps {
  preview: ImportPreview;
  onPreview: (preview: ImportPreview) => void;
}

/** An export of a form holds names and codes; the form itself says what they ask and mean. */
export function FormChoice({ preview, onPreview }: FormChoiceProps) {
  const { slug } = useMission();
  const errorText = useErrorText();
  const sending = useMutation({ mutationFn: (file: File) => sendForm(slug, preview, file), onSuccess: onPreview });
  return (
    <div className="bring-form">
      <FileTrigger
        acceptedFileTypes={['.xlsx']}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) sending.mutate(file);
        }}
      >
        <Button isPending={sending.isPending}>
          <FormattedMessage id="bring.form" />
        </Button>
      </FileTrigger>
      <span className="soft small">
        {preview.form ? (
          <FormattedMessage id="bring.formRead" values={{ n: preview.form.columns }} />
        ) : (
          <FormattedMessage id="bring.formHelp" />
        )}
      </span>
      {sending.isError && <Refused>{errorText(sending.error)}</Refused>}
    </div>
  );
}
