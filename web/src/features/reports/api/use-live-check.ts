import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Finding, ReportData } from '../../../api/wire.js';
import { checkReport, type ReportToCheck } from './check-report.js';
import type { JudgedBy } from './desk-rules.js';
import { deskRulesQuery } from './desk-rules-query.js';
import { judgeAtDesk, withEarlier } from '../judge-at-desk.js';

/** Long enough that a word typed in one go is judged once. */
const DESK_PAUSE_MS = 150;
/** Long enough that the server is not asked in the middle of a word. */
const PAUSE_MS = 800;

export interface LiveCheck {
  /** What is found now, from what was found before. */
  judge(earlier: readonly Finding[] | null): Finding[];
  data: ReportData;
}

/**
 * Judges the report while it is being filled in, by the deployed tables: at once in the browser what the form alone decides, and after a
 * pause on the server, with the register. The last state only, an older question is given up. Quiet when the report is not whole
 * enough to be judged or the server is away.
 */
export function useLiveCheck(
  { reportId, ...judgedBy }: Omit<ReportToCheck, 'data'> & JudgedBy,
  onAnswer: (answer: LiveCheck) => void,
) {
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const asked = useRef<AbortController>(undefined);
  const [running, setRunning] = useState(false);
  const rules = useQuery(deskRulesQuery(judgedBy)).data;
  const stop = () => {
    timers.current.forEach(clearTimeout);
    asked.current?.abort();
  };
  useEffect(() => stop, []);

  const ask = async (data: ReportData) => {
    const controller = new AbortController();
    asked.current = controller;
    setRunning(true);
    try {
      const { findings } = await checkReport({ type: judgedBy.type, data, reportId }, controller.signal);
      if (!controller.signal.aborted) onAnswer({ judge: () => findings, data });
    } catch {
      // The check button says what is wrong; a check that nobody asked for does not.
    } finally {
      if (asked.current === controller) setRunning(false);
    }
  };
  return {
    running,
    /** The report changed; `read` answers it as it stands once typing pauses. */
    edited(read: () => ReportData | undefined) {
      stop();
      const judge = () => {
        const data = read();
        if (!data || !rules) return;
        const soFar = judgeAtDesk(rules, data);
        onAnswer({ judge: (earlier) => withEarlier(soFar, earlier), data });
      };
      const askServer = () => {
        const data = read();
        if (data && navigator.onLine) void ask(data);
      };
      timers.current = [setTimeout(judge, DESK_PAUSE_MS), setTimeout(askServer, PAUSE_MS)];
    },
    stop,
  };
}
