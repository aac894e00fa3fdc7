/** Records and places that what is typed may mean: by their words, by an id, by a name on the map. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { IncidentRow } from '../../../src/incidents/contract.ts';
import { firstQuery } from '../../api/incidents.ts';
import { placeHitsQuery } from '../../api/places.ts';
import { placeName } from '../../words/title.ts';
import { typeList } from '../../words/type-list.ts';
import { shortWhen } from '../../words/when.ts';
import { useMay, useMission } from '../session.ts';
import { useAsOf } from '../use-as-of.ts';
import { useVocabulary } from '../vocabulary.ts';
import type { Command } from './registry.ts';

const MOST = 6;
/** Shorter words mean everything. */
const LEAST_LETTERS = 3;
/** A question to the server waits until the typing does. */
const PAUSE_MS = 250;
/** Degrees on each side of a place that is gone to. */
const AROUND = 0.4;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @returns the commands, and whether more may still come */
export function useFound(typed: string): { commands: Command[]; isLooking: boolean } {
  const words = usePaused(typed.trim());
  const { slug: mission } = useMission();
  const asOf = useAsOf();
  const may = useMay();
  const isLong = words.length >= LEAST_LETTERS;
  const reads = may('incident.read');
  const filter = { ...(UUID.test(words) ? { ids: [words.toLowerCase()] } : { q: words }), ...(asOf ? { asOf } : {}) };
  const records = useQuery({ ...firstQuery(mission, filter, 'newest', MOST), enabled: isLong && reads });
  const places = useQuery({ ...placeHitsQuery(mission, words), enabled: isLong && reads });
  const toRecord = useRecordCommand();
  const toPlace = usePlaceCommand();
  if (!isLong || !reads) return { commands: [], isLooking: false };
  return {
    commands: [...(records.data?.items ?? []).map(toRecord), ...(places.data ?? []).slice(0, MOST).map(toPlace)],
    isLooking: words !== typed.trim() || records.isFetching || places.isFetching,
  };
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(setPaused, PAUSE_MS, text);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

function useRecordCommand() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { slug: mission } = useMission();
  const { label } = useVocabulary();
  return (row: IncidentRow): Command => {
    const place = placeName(intl, { ...row, name: row.place });
    const what = label(typeList(row.kind), row.type);
    return {
      ...{ id: `found.${row.id}`, group: 'found', isTyped: true },
      label: row.title ?? `${place} · ${what}`,
      detail: [row.title && what, shortWhen(intl, { from: row.from, to: row.to, precision: row.timePrecision })]
        .filter(Boolean)
        .join(' · '),
      run: () =>
        navigate({
          to: '/m/$mission/room/$id',
          params: { mission, id: row.id },
          search: (before) => ({ ...before, version: undefined, compare: undefined }),
        }),
    };
  };
}

function usePlaceCommand() {
  const navigate = useNavigate();
  const { slug: mission } = useMission();
  return ({ id, name, adm2, adm1, point: [lon, lat] }: PlaceFound): Command => ({
    ...{ id: `place.${id}`, group: 'places', isTyped: true, label: name },
    detail: [adm2, adm1].filter((part) => part && part !== name).join(' · '),
    run: () =>
      navigate({
        to: '/m/$mission/room',
        params: { mission },
        search: (before) => ({
          ...before,
          bbox: [lon - AROUND, Math.max(-90, lat - AROUND), lon + AROUND, Math.min(90, lat + AROUND)],
          view: 'map',
          frame: undefined,
        }),
      }),
  });
}

interface PlaceFound {
  id: string;
  name: string;
  adm1: string | null;
  adm2: string | null;
  point: [number, number];
}
