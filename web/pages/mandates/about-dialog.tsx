import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { EditMandate, Mandate } from '../../../src/mandates/contract.ts';
import { editMandate, mandateKeys } from '../../api/mandates.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { type About, AboutFields, complete } from './about-fields.tsx';

interface AboutProps {
  mandate: Mandate;
  onClose: () => void;
}

/** Changes what is said of a text; its words stay. */
export default function AboutDialog({ mandate, onClose }: AboutProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { kind, symbol, date, title, missionName, own, note, level, compartments, areas } = mandate;
  const [about, setAbout] = useState<About>({
    ...{ kind, symbol, date, title, missionName, own, note, level, compartments, areas },
  });
  const saving = useMutation({
    mutationFn: (body: EditMandate) => editMandate(slug, mandate.id, mandate.version, body),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: mandateKeys(slug) });
      onClose();
    },
  });
  const body = complete(about);
  return (
    <Dialog title={intl.formatMessage({ id: 'texts.edit' })} isOpen onClose={onClose}>
      <AboutFields about={about} onChange={setAbout} />
      {saving.isError && <Refused>{errorText(saving.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button look="need" isDisabled={!body} isPending={saving.isPending} onPress={() => body && saving.mutate(body)}>
          <FormattedMessage id="common.save" />
        </Button>
      </div>
    </Dialog>
  );
}
