/** The events of a still map: the same tiles as the moving map draws, read here. */
import { VectorTile } from '@mapbox/vector-tile';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { PbfReader } from 'pbf';
import { useEffect, useRef } from 'react';
import { seenTile } from '../../line/seen-tile.ts';
import type { LonLat } from '../frame.ts';
import type { Tile, View } from './view.ts';

export interface Spot {
  key: string;
  x: number;
  y: number;
  /** Events; and whom they killed, by the best estimates. */
  n: number;
  killed: number;
  isVague: boolean;
  /** Of a single one. */
  id: string | null;
  point: LonLat;
}

interface Placed extends Omit<Spot, 'x' | 'y'> {
  tile: Tile;
  /** From the tile's corner, 0 to 1. */
  at: [number, number];
}

/** @param asked changes when the same tiles may hold something else; what was drawn stays until they are there */
export function useSpots(tiles: string, asked: number, view: View | null): { spots: Spot[]; isWhole: boolean } {
  const client = useQueryClient();
  const wasAsked = useRef(asked);
  useEffect(() => {
    if (wasAsked.current !== 0 && wasAsked.current !== asked) client.invalidateQueries({ queryKey: ['still', tiles] });
    wasAsked.current = asked;
  }, [client, tiles, asked]);
  return useQueries({
    queries: (view?.tiles ?? []).map((tile) => ({
      queryKey: ['still', tiles, tile.z, tile.x, tile.y],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        placed(await seenTile(addressOf(tiles, tile), signal), tile),
    })),
    combine: (answers) => ({
      isWhole: view !== null && answers.every(({ isPending }) => !isPending),
      spots: view
        ? answers
            .flatMap(({ data = [] }) => data)
            .map(({ tile, at, ...spot }) => {
              const [x, y] = view.inTile(tile, ...at);
              return { ...spot, x, y };
            })
            .sort((a, b) => a.killed - b.killed)
        : [],
    }),
  });
}

const addressOf = (tiles: string, { z, x, y }: Tile): string =>
  tiles.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));

function placed(bytes: ArrayBuffer, tile: Tile): Placed[] {
  const layer = new VectorTile(new PbfReader(new Uint8Array(bytes))).layers.incidents;
  return Array.from({ length: layer?.length ?? 0 }, (_, i): Placed[] => {
    const feature = layer?.feature(i);
    const point = feature?.loadGeometry()[0]?.[0];
    if (!feature || !point) return [];
    const { n, killed, precision, id } = feature.properties;
    const at: [number, number] = [point.x / feature.extent, point.y / feature.extent];
    return [
      {
        ...{ key: `${tile.z}/${tile.x}/${tile.y}/${i}`, tile, at, point: lonLat(tile, at) },
        ...{ n: Number(n ?? 1), killed: Number(killed ?? 0), isVague: precision === 'vague' },
        id: typeof id === 'string' ? id : null,
      },
    ];
  }).flat();
}

function lonLat({ z, x, y }: Tile, [right, down]: [number, number]): LonLat {
  const north = Math.PI * (1 - (2 * (y + down)) / 2 ** z);
  return [((x + right) / 2 ** z) * 360 - 180, (Math.atan(Math.sinh(north)) * 180) / Math.PI];
}
