import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { areasQuery } from '../../../api/places.ts';
import { instantOf, missionClock, missionDay } from '../../../app/clock.ts';
import { useLanguage } from '../../../app/preferences.ts';
import { useMission } from '../../../app/session.ts';
import { useAsOf } from '../../../app/use-as-of.ts';
import { Button } from '../../../ui/button.tsx';
import { DayField, MomentField } from '../../../ui/date-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { addDays } from '../../../words/weeks.ts';

const route = getRouteApi('/m/$mission/briefs/chronology');
const ANYWHERE = 'anywhere';
const Area = z.object({ code: z.string(), name: z.string(), names: z.record(z.string(), z.string()).default({}) });

/** Which days and where, and the moment that is laid beside today. */
export function Asking() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { slug, now, timeZone } = useMission();
  const asOf = useAsOf();
  const { id, from, to, adm1, moment: asked = asOf } = route.useSearch();
  const today = missionDay(now, timeZone);
  const [days, setDays] = useState<{ from: string | null; to: string | null }>({
    from: from ?? addDays(today, -1),
    to: to ?? today,
  });
  const [area, setArea] = useState(adm1 ?? ANYWHERE);
  const [moment, setMoment] = useState<string | null>(
    asked && Number.isNaN(Number(asked)) ? missionClock(asked, timeZone) : null,
  );
  const areas = useAreaChoices();
  const show = (event: SubmitEvent) => {
    event.preventDefault();
    const whole = id ? { id } : { from: days.from ?? undefined, to: days.to ?? undefined };
    navigate({
      to: '/m/$mission/briefs/chronology',
      params: { mission: slug },
      search: {
        ...whole,
        ...(area === ANYWHERE || id ? {} : { adm1: area }),
        ...(moment ? { moment: instantOf(moment, timeZone) } : {}),
        // The moment stands on the page itself, beside today.
        asOf: undefined,
      },
    });
  };
  return (
    <form className="asking" onSubmit={show}>
      {id ? (
        <p>
          <FormattedMessage id="chrono.oneRecord" />{' '}
          <Link to="/m/$mission/briefs/chronology" params={{ mission: slug }}>
            <FormattedMessage id="chrono.days" />
          </Link>
        </p>
      ) : (
        <>
          <DayField
            label={intl.formatMessage({ id: 'chrono.from' })}
            value={days.from}
            onChange={(day) => setDays({ ...days, from: day })}
          />
          <DayField
            label={intl.formatMessage({ id: 'chrono.to' })}
            value={days.to}
            onChange={(day) => setDays({ ...days, to: day })}
          />
          {areas.length > 0 && (
            <Select
              label={intl.formatMessage({ id: 'chrono.area' })}
              choices={[{ id: ANYWHERE, label: intl.formatMessage({ id: 'chrono.anywhere' }) }, ...areas]}
              value={area}
              onChange={setArea}
            />
          )}
        </>
      )}
      <MomentField
        label={intl.formatMessage({ id: 'chrono.then' }, { timeZone })}
        value={moment}
        onChange={setMoment}
      />
      <Button look="need" type="submit" isDisabled={!id && (!days.from || !days.to || days.from > days.to)}>
        <FormattedMessage id="chrono.show" />
      </Button>
    </form>
  );
}

/** First-level areas, by name in the page's language. */
function useAreaChoices() {
  const { slug } = useMission();
  const language = useLanguage();
  const { data } = useQuery(areasQuery(slug));
  return (data?.features ?? []).flatMap(({ properties }) => {
    const { data: area } = Area.safeParse(properties);
    return area ? [{ id: area.code, label: area.names[language] ?? area.name }] : [];
  });
}
