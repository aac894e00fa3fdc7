import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { LANGUAGES } from '../../../src/vocabulary/codes.ts';
import type { MissionSettings } from '../../api/mission.ts';
import { areasQuery } from '../../api/places.ts';
import { OWN_NAMES } from '../../app/account-menu.tsx';
import { Section } from '../../app/page.tsx';
import { useMay } from '../../app/session.ts';
import { SmallMap } from '../../map/small-map.tsx';
import { NumberField } from '../../ui/field.tsx';
import { ComboBox, Select } from '../../ui/select.tsx';
import { isWhole, LabelsFields } from './labels-fields.tsx';
import { SaveBar } from './save-bar.tsx';
import { useChange } from './use-change.ts';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const MOST_SHOWN = 12;
/** In the order of the bounds. */
const SIDES = ['west', 'south', 'east', 'north'] as const;

type Bounds = MissionSettings['bounds'];

/** Names, time zone, language, and the frame that the map opens with. */
export function Basics({ mission }: { mission: MissionSettings }) {
  const intl = useIntl();
  const isReadOnly = !useMay()('mission.manage');
  const saved = {
    names: mission.names,
    timeZone: mission.timeZone,
    bounds: mission.bounds,
    language: mission.settings.language,
  };
  const [draft, setDraft] = useState(saved);
  const saving = useChange(mission);
  const isZone = ZONES.includes(draft.timeZone);
  const fitting = ZONES.filter((zone) => zone.toLowerCase().includes(draft.timeZone.toLowerCase().replace(' ', '_')));
  const wrong = boundsProblem(draft.bounds);
  const text = (id: string) => intl.formatMessage({ id });
  return (
    <Section title={text('house.basics')} {...(isReadOnly ? { lede: <FormattedMessage id="house.readOnly" /> } : {})}>
      <LabelsFields
        legend={text('house.name')}
        value={draft.names}
        onChange={(names) => setDraft({ ...draft, names })}
        isReadOnly={isReadOnly}
      />
      {isReadOnly ? (
        <p>
          <FormattedMessage id="house.zoneIs" values={{ zone: draft.timeZone }} />{' '}
          <FormattedMessage id="house.languageIs" values={{ language: OWN_NAMES[draft.language] }} />
        </p>
      ) : (
        <div className="fields">
          <ComboBox
            label={text('house.timeZone')}
            help={text('house.timeZoneHelp')}
            error={isZone ? undefined : text('house.noZone')}
            suggestions={fitting.slice(0, MOST_SHOWN).map((id) => ({ id, label: id }))}
            text={draft.timeZone}
            onText={(timeZone) => setDraft((before) => ({ ...before, timeZone }))}
            onPick={(timeZone) => setDraft((before) => ({ ...before, timeZone }))}
          />
          <Select
            label={text('house.language')}
            help={text('house.languageHelp')}
            choices={LANGUAGES.map((id) => ({ id, label: OWN_NAMES[id] }))}
            value={draft.language}
            onChange={(id) => setDraft({ ...draft, language: LANGUAGES.find((l) => l === id) ?? draft.language })}
          />
        </div>
      )}
      <Frame
        bounds={draft.bounds}
        onChange={(bounds) => setDraft({ ...draft, bounds })}
        isReadOnly={isReadOnly}
        wrong={wrong}
        slug={mission.slug}
      />
      <SaveBar
        isChanged={JSON.stringify(draft) !== JSON.stringify(saved)}
        isValid={isWhole(draft.names) && isZone && wrong === null}
        saving={saving}
        onSave={() => {
          const { language, ...basics } = draft;
          saving.mutate({ ...basics, settings: { language } });
        }}
        onUndo={() => setDraft(saved)}
      />
    </Section>
  );
}

interface FrameProps {
  bounds: Bounds;
  onChange: (bounds: Bounds) => void;
  isReadOnly: boolean;
  wrong: string | null;
  slug: string;
}

function Frame({ bounds, onChange, isReadOnly, wrong, slug }: FrameProps) {
  const intl = useIntl();
  const areas = useQuery(areasQuery(slug));
  const set = (side: number, degrees: number | null) =>
    onChange(bounds.map((before, i) => (i === side ? (degrees ?? before) : before)) as Bounds);
  return (
    <div className="frame">
      <div className="frame-sides">
        <h3>
          <FormattedMessage id="house.frame" />
        </h3>
        <p className="soft small">
          <FormattedMessage id="house.frameHelp" />
        </p>
        {isReadOnly ? (
          <p dir="ltr">{bounds.join(', ')}</p>
        ) : (
          <div className="fields">
            {SIDES.map((side, i) => (
              <NumberField
                key={side}
                label={intl.formatMessage({ id: `house.side.${side}` })}
                value={bounds[i] ?? null}
                onChange={(degrees) => set(i, degrees)}
                min={i % 2 === 0 ? -180 : -90}
                max={i % 2 === 0 ? 180 : 90}
                digits={4}
              />
            ))}
          </div>
        )}
        {wrong && (
          <p className="field-error" role="status">
            <FormattedMessage id={wrong} />
          </p>
        )}
      </div>
      {!wrong && (
        <figure className="frame-map">
          <SmallMap
            label={intl.formatMessage({ id: 'house.frame' })}
            areas={areas.data}
            bounds={bounds}
            frame={bounds}
          />
          <figcaption className="soft small">
            <FormattedMessage id="map.disclaimer" />
          </figcaption>
        </figure>
      )}
    </div>
  );
}

/** West beyond east is right where a mission lies across the antimeridian; south beyond north never is. */
function boundsProblem([west, south, east, north]: Bounds): string | null {
  if (south >= north) return 'house.southNorth';
  return west === east ? 'house.westEast' : null;
}
