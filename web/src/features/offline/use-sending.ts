import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ProblemError } from '../../api/problem.js';
import { useLine } from '../../api/use-line.js';
import { noticeSession, useSession } from '../session/api/session.js';
import { isWaiting } from './entries.js';
import { flushQueue, offline, useOffline } from './offline.js';

const AGAIN_MS = 15_000;

/** Empties the queue by itself: while the line is there, the same officer is signed in and the store is open. */
export function useSending(): void {
  const client = useQueryClient();
  const isUp = useLine();
  const { data: session } = useSession();
  const username = session?.username ?? null;
  const { officer, entries } = useOffline();
  useEffect(() => {
    if (username !== null) void offline.setOfficer(username);
  }, [username]);
  const waiting = entries.filter(isWaiting).length;
  const goes = isUp && waiting > 0 && officer !== null && officer.username === username;
  useEffect(() => {
    if (!goes) return;
    const send = async () => {
      const end = await flushQueue();
      if (end?.kind === 'stopped') noticeSession(client, new ProblemError(end.problem));
      await client.invalidateQueries({ queryKey: ['reports'] });
    };
    void send();
    const timer = setInterval(() => void send(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [goes, waiting, client]);
}
