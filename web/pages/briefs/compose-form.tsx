import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { LANGUAGES } from '../../../src/vocabulary/codes.ts';
import { OWN_NAMES } from '../../app/account-menu.tsx';
import { missionDay } from '../../app/clock.ts';
import { useLanguage } from '../../app/preferences.ts';
import { useMission } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { addDays, mondayOf, weekOf } from '../../words/weeks.ts';

const KINDS = ['weekly', 'daily'] as const;

/** A week by any of its days, or a morning. A flash is asked for on its record. */
export function ComposeForm() {
  const intl = useIntl();
  const navigate = useNavigate();
  const own = useLanguage();
  const { slug, now, timeZone } = useMission();
  const today = missionDay(now, timeZone);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('weekly');
  const [days, setDays] = useState<Record<string, string | null>>({
    weekly: addDays(mondayOf(today), -7),
    daily: today,
  });
  const [language, setLanguage] = useState(own);
  const day = days[kind] ?? null;
  const compose = (event: SubmitEvent) => {
    event.preventDefault();
    if (!day) return;
    navigate({
      to: '/m/$mission/briefs/preview',
      params: { mission: slug },
      search: { kind, at: kind === 'weekly' ? weekOf(day) : day, language },
    });
  };
  return (
    <form className="compose" onSubmit={compose}>
      <Select
        label={intl.formatMessage({ id: 'paper.kind' })}
        choices={KINDS.map((id) => ({ id, label: intl.formatMessage({ id: `paper.kind.${id}` }) }))}
        value={kind}
        onChange={(id) => setKind(KINDS.find((k) => k === id) ?? 'weekly')}
      />
      <DayField
        label={intl.formatMessage({ id: `paper.of.${kind}` })}
        value={day}
        onChange={(next) => setDays({ ...days, [kind]: next })}
      />
      <Select
        label={intl.formatMessage({ id: 'paper.language' })}
        choices={LANGUAGES.map((id) => ({ id, label: OWN_NAMES[id] }))}
        value={language}
        onChange={(id) => setLanguage(LANGUAGES.find((l) => l === id) ?? own)}
      />
      <Button look="need" type="submit" isDisabled={!day}>
        <FormattedMessage id="paper.compose" />
      </Button>
    </form>
  );
}
