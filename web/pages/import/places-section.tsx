/** Rows without a position can have that of a place they name: each match is shown with its score, and taken by a person. */
import type { UseQueryResult } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportLook, Mapping } from '../../../src/incidents/import/contract.ts';
import { Section } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { ChooseAny } from '../../ui/choice.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Table } from '../../ui/table.tsx';
import type { Plan } from './plan.ts';

type Place = ImportLook['places'][number];

interface PlacesSectionProps {
  plan: Plan;
  look: UseQueryResult<ImportLook>;
  onChange: (plan: Plan) => void;
}

/** The same name, and no other place that bears it. */
const SURE = 0.95;
const isSure = ({ found }: Place): boolean => found?.alone === true && found.score >= SURE;

export function PlacesSection({ plan, look, onChange }: PlacesSectionProps) {
  const intl = useIntl();
  const { places } = plan.mapping;
  const set = (next: Mapping['places']) => onChange({ ...plan, mapping: { ...plan.mapping, places: next } });
  const take = (some: readonly Place[]) =>
    set({
      ...places,
      ...Object.fromEntries(
        some.flatMap(({ word, found }) => (found ? [[word, { point: found.point, name: found.name }]] : [])),
      ),
    });
  const leave = (word: string) => {
    const { [word]: _taken, ...rest } = places;
    set(rest);
  };
  return (
    <Section title={intl.formatMessage({ id: 'bring.where' })} lede={<FormattedMessage id="bring.whereHelp" />}>
      <Loaded query={look}>
        {(seen) => {
          const sure = seen.places.filter((place) => isSure(place) && !Object.hasOwn(places, place.word));
          const unread = seen.looked - seen.placed - seen.named - seen.unplaced;
          return (
            <>
              <p role="status">
                <FormattedMessage
                  id="bring.whereCounts"
                  values={{ placed: seen.placed, named: seen.named, unplaced: seen.unplaced }}
                />
              </p>
              {unread > 0 && (
                <p className="soft">
                  <FormattedMessage id="bring.whereUnread" values={{ n: unread }} />
                </p>
              )}
              {seen.places.length > 0 && (
                <>
                  <div className="acts">
                    <Button isDisabled={sure.length === 0} onPress={() => take(sure)}>
                      <FormattedMessage id="bring.takeSure" values={{ n: sure.length }} />
                    </Button>
                  </div>
                  <Table
                    caption={intl.formatMessage({ id: 'bring.where' })}
                    rows={seen.places}
                    rowKey={({ word }) => word}
                    columns={[
                      {
                        id: 'name',
                        title: intl.formatMessage({ id: 'bring.head.word' }),
                        cell: ({ text }) => <bdi>{text}</bdi>,
                      },
                      {
                        id: 'rows',
                        title: intl.formatMessage({ id: 'bring.head.rows' }),
                        numeric: true,
                        cell: ({ rows }) => intl.formatNumber(rows),
                      },
                      {
                        id: 'found',
                        title: intl.formatMessage({ id: 'bring.head.found' }),
                        cell: (place) => (
                          <Match
                            place={place}
                            isTaken={Object.hasOwn(places, place.word)}
                            onTake={(taken) => (taken ? take([place]) : leave(place.word))}
                          />
                        ),
                      },
                    ]}
                  />
                </>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

interface MatchProps {
  place: Place;
  isTaken: boolean;
  onTake: (taken: boolean) => void;
}

function Match({ place: { text, found }, isTaken, onTake }: MatchProps) {
  const intl = useIntl();
  if (!found)
    return (
      <span className="soft">
        <FormattedMessage id="bring.noPlace" />
      </span>
    );
  const how = intl.formatMessage(
    { id: found.alone ? 'bring.placeFits' : 'bring.placeOneOfSeveral' },
    { score: Math.round(found.score * 100) },
  );
  return (
    <ChooseAny
      label={intl.formatMessage({ id: 'bring.placeOf' }, { name: text })}
      choices={[{ id: 'take', label: [found.name, ...found.areas].join(', ') }]}
      help={how}
      value={isTaken ? ['take'] : []}
      onChange={(ids) => onTake(ids.length > 0)}
    />
  );
}
