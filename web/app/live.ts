/**
 * The line to the server. Over it comes `{ room, seq }` and nothing else: the page then asks again for what that room
 * shows. When the line drops, the page says so; when it is back, everything is asked again.
 */
import { onlineManager, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { API } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';
import { noLongerReopened, reopenedFrom } from '../line/reopen.ts';

const Changed = z.object({ room: z.string(), seq: z.number() });
const Ready = z.object({ seq: z.number() });

/** A burst of an import becomes one question a second, not a thousand. */
const GATHER_MS = 1000;
/** The server ends the line now and then to ask who listens; only a longer silence is worth a word. */
const SILENCE_MS = 5000;
const AGAIN_MS = 3000;
/** The server lets itself be heard every twenty seconds: a line that is silent for longer hangs in the air. */
const DEAD_MS = 45_000;

interface Tell {
  changed: (room: string) => void;
  /** The line stands, at this line of the ledger. */
  ready: (seq: number) => void;
  /** It broke; @param refused the server answered, and not as a line does */
  broke: (refused: boolean) => void;
}

/** Listens until it is told to stop, however often the line breaks. */
function listen(mission: string, tell: Tell): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  let dead: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(dead);
    dead = setTimeout(broken, DEAD_MS);
  };
  const broken = () => {
    source.close();
    clearTimeout(dead);
    clearTimeout(again);
    again = setTimeout(open, AGAIN_MS);
    tell.broke(false);
  };
  const open = () => {
    source = new EventSource(`${API}/missions/${mission}/events`);
    heard();
    source.addEventListener('beat', heard);
    source.addEventListener('ready', ({ data }) => {
      heard();
      tell.ready(Ready.parse(JSON.parse(data)).seq);
    });
    source.addEventListener('changed', ({ data }) => tell.changed(Changed.parse(JSON.parse(data)).room));
    source.addEventListener('error', () => {
      const refused = source.readyState === EventSource.CLOSED;
      broken();
      if (refused) tell.broke(true);
    });
  };
  open();
  // The browser knows first that there is no network any more, and that there is one again.
  window.addEventListener('offline', broken);
  return () => {
    window.removeEventListener('offline', broken);
    clearTimeout(again);
    clearTimeout(dead);
    source.close();
  };
}

/**
 * Keeps what the page shows of a mission up to date.
 * @returns since when there is no line to the server, in milliseconds; `null` while there is one
 */
export function useLive(mission: string, onSignedOut: () => void): number | null {
  const client = useQueryClient();
  const [lostAt, setLostAt] = useState<number | null>(() => reopenedFrom()?.at ?? null);
  useEffect(() => {
    const rooms = new Set<string>();
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let known: number | null = null;
    const askAgain = () => {
      gathering = undefined;
      for (const room of rooms) client.invalidateQueries({ queryKey: [room, mission] });
      rooms.clear();
    };
    const stop = listen(mission, {
      changed: (room) => {
        rooms.add(room);
        gathering ??= setTimeout(askAgain, GATHER_MS);
      },
      ready: (seq) => {
        clearTimeout(silence);
        silence = undefined;
        setLostAt(null);
        if (reopenedFrom() || (known !== null && seq !== known)) client.invalidateQueries();
        if (reopenedFrom()) onlineManager.setOnline(true);
        noLongerReopened();
        known = seq;
      },
      broke: (refused) => {
        const at = Date.now();
        silence ??= setTimeout(() => setLostAt((before) => before ?? at), SILENCE_MS);
        if (refused) isSignedOut(client, mission).then((out) => out && onSignedOut());
      },
    });
    return () => {
      stop();
      clearTimeout(gathering);
      clearTimeout(silence);
    };
  }, [client, mission, onSignedOut]);
  return lostAt;
}

/** `false` too when the server cannot be asked. */
const isSignedOut = (client: QueryClient, mission: string): Promise<boolean> =>
  client.fetchQuery({ ...sessionQuery(mission), staleTime: 0, retry: false }).then(
    (session) => session === null,
    () => false,
  );
