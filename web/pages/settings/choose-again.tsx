import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { MISSION_FRAMEWORKS } from '../../../src/vocabulary/codes.ts';
import type { MissionSettings } from '../../api/mission.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { useLanguage } from '../../app/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Refused } from '../../ui/loaded.tsx';
import { useErrorText } from '../../ui/states.tsx';
import { useChange } from './use-change.ts';

/** Begins the mission's copy anew from one of the frameworks; what was edited in it goes, and the dialog says so. */
export default function ChooseAgain({ mission, onClose }: { mission: MissionSettings; onClose: () => void }) {
  const intl = useIntl();
  const language = useLanguage();
  const errorText = useErrorText();
  const { data } = useQuery(vocabularyQuery);
  const [code, setCode] = useState<string>(mission.framework.code);
  const saving = useChange(mission);
  const choices = (data?.lists['mission-frameworks'] ?? []).map(({ code: id, labels, help }) => ({
    id,
    label: labels[language],
    ...(help ? { detail: help[language] } : {}),
  }));
  const framework = MISSION_FRAMEWORKS.find((known) => known === code);
  return (
    <Dialog title={intl.formatMessage({ id: 'house.chooseAgain' })} isOpen onClose={onClose}>
      <p className="soft small">
        <FormattedMessage id="house.chooseAgainHelp" />
      </p>
      <ChooseOne
        label={intl.formatMessage({ id: 'house.framework' })}
        choices={choices}
        value={code}
        onChange={setCode}
      />
      {saving.isError && <Refused>{errorText(saving.error)}</Refused>}
      <div className="dialog-acts">
        <Button onPress={onClose}>
          <FormattedMessage id="common.cancel" />
        </Button>
        <Button
          look="need"
          isDisabled={!framework}
          isPending={saving.isPending}
          onPress={() => framework && saving.mutate({ framework }, { onSuccess: onClose })}
        >
          <FormattedMessage id="house.beginAgain" />
        </Button>
      </div>
    </Dialog>
  );
}
