/** Hears `{ room, seq }` from the server and asks again for what that room shows. Nothing else travels this way. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { API } from '../api/client.ts';

const Heard = z.object({ room: z.string(), seq: z.number() });

/** A burst of an import becomes one question a second, not a thousand. */
const GATHER_MS = 1000;

export function useLive(mission: string) {
  const client = useQueryClient();
  useEffect(() => {
    const rooms = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => {
      timer = undefined;
      for (const room of rooms) client.invalidateQueries({ queryKey: [room, mission] });
      rooms.clear();
    };
    const source = new EventSource(`${API}/missions/${mission}/events`);
    source.addEventListener('changed', ({ data }) => {
      const heard = Heard.safeParse(JSON.parse(String(data)));
      if (!heard.success) return;
      rooms.add(heard.data.room);
      timer ??= setTimeout(askAgain, GATHER_MS);
    });
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [client, mission]);
}
