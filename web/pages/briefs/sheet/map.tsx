/** The ground with what lies on it: streams by shape, a vague place dashed, silent areas hatched; black and white will do. */
import { useId, useMemo } from 'react';
import {
  labelsOf,
  MAP_WIDTH,
  type MapBlock,
  markOf,
  nameSpot,
  outlineOf,
  projection,
  radiusOf,
} from './map-geometry.ts';
import { Opens } from './number.tsx';

export function PaperMap({ map }: { map: MapBlock }) {
  const hatch = useId();
  const { at, height } = useMemo(() => projection(map.frame), [map.frame]);
  const areas = useMemo(
    () =>
      map.areas.map(({ code, name, silent, rings }) => ({
        ...{ code, name, silent },
        d: outlineOf(rings, at),
        spot: nameSpot(rings, at),
      })),
    [map.areas, at],
  );
  const marks = map.features.map(({ point, symbol, vague, label, killed }, i) => {
    const text = label && (killed.value > 0 ? `${label} ${killed.text}` : label);
    return { id: `${i} ${point}`, at: at(...point), r: radiusOf(killed.value), symbol, vague, text };
  });
  const filter = shownBy(map);
  return (
    <figure className="paper-map">
      <figcaption>
        <b>{filter ? <Opens filter={filter}>{map.legend.title}</Opens> : map.legend.title}</b>
      </figcaption>
      <svg viewBox={`0 0 ${MAP_WIDTH} ${height}`} role="img" aria-label={map.description} direction="ltr">
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="map-hatch" />
        </pattern>
        {areas.map(({ code, d }) => (
          <path key={code} className="map-area" d={d} />
        ))}
        {areas.map(({ code, silent, d }) => silent && <path key={code} fill={`url(#${hatch})`} d={d} />)}
        {areas.length <= MOST_NAMED &&
          areas.map(
            ({ code, name, spot }) =>
              spot && (
                <text key={code} className="map-name" x={spot[0]} y={spot[1]} textAnchor="middle">
                  {name}
                </text>
              ),
          )}
        {[...marks].reverse().map((mark) => (
          <Mark key={mark.id} {...mark} />
        ))}
        {labelsOf(marks).map(({ text, x, y }) => (
          <text key={`${text} ${x}`} x={x} y={y}>
            {text}
          </text>
        ))}
      </svg>
      <Legend map={map} hatch={hatch} />
      <p className="soft paper-disclaimer">{map.disclaimer}</p>
    </figure>
  );
}

interface MarkProps {
  at: [number, number];
  r: number;
  symbol: MapBlock['features'][number]['symbol'];
  vague: boolean;
}

const Mark = ({ at: [x, y], r, symbol, vague }: MarkProps) => (
  <path
    className="map-mark"
    data-full={symbol === 'disc' || undefined}
    data-vague={vague || undefined}
    transform={`translate(${x} ${y})`}
    d={markOf(symbol, r)}
  />
);

/** What is drawn, as a filter; each mark opens its own records, all of them together these. */
function shownBy({ features }: MapBlock) {
  const ids = features.flatMap(({ killed }) => killed.filter.ids ?? []);
  const [first] = features;
  return first && ids.length > 0 && ids.length <= MOST_IN_ADDRESS ? { ...first.killed.filter, ids } : null;
}

const MOST_IN_ADDRESS = 100;
const MOST_NAMED = 40;

function Legend({ map: { legend }, hatch }: { map: MapBlock; hatch: string }) {
  const sign = (drawn: React.ReactNode, size = 14) => (
    <svg width={size} height={size} viewBox={`${-size / 2} ${-size / 2} ${size} ${size}`} aria-hidden="true">
      {drawn}
    </svg>
  );
  return (
    <ul className="paper-legend small">
      {legend.symbols.map(({ symbol, text }) => (
        <li key={text}>
          {sign(<Mark at={[0, 0]} r={5} symbol={symbol} vague={false} />)}
          {text}
        </li>
      ))}
      {legend.symbols.length > 0 && (
        <li>
          {legend.size}
          {legend.sizes.map((n) => (
            <span key={n} className="paper-size">
              {sign(<path className="map-size" d={markOf('ring', radiusOf(n))} />, 2 * radiusOf(n) + 2)}
              {n}
            </span>
          ))}
        </li>
      )}
      {legend.vague && (
        <li>
          {sign(<Mark at={[0, 0]} r={5} symbol="ring" vague />)}
          {legend.vague}
        </li>
      )}
      {legend.silent && (
        <li>
          {sign(<rect className="map-silent" x="-6" y="-5" width="12" height="10" fill={`url(#${hatch})`} />)}
          {legend.silent}
        </li>
      )}
    </ul>
  );
}
