import { useEffect, useRef, useState } from 'react';
import { http } from '../../../api/http.js';
import type { Finding, ReportData } from '../../../api/wire.js';

/** Long enough that nobody is asked in the middle of a word. */
const PAUSE_MS = 800;

export interface LiveCheck {
  findings: Finding[];
  data: ReportData;
}

/**
 * Runs the deployed tables over the report while it is being filled in: after a pause in typing, the last state only, an older
 * question is given up. Quiet when the report is not whole enough to be judged or the server is away.
 */
export function useLiveCheck(type: string, onAnswer: (answer: LiveCheck) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef<AbortController>(undefined);
  const [running, setRunning] = useState(false);
  const stop = () => {
    clearTimeout(timer.current);
    asked.current?.abort();
  };
  useEffect(() => stop, []);

  const ask = async (data: ReportData) => {
    const controller = new AbortController();
    asked.current = controller;
    setRunning(true);
    try {
      const { findings } = await http.post<{ findings: Finding[] }>(
        '/api/v1/reports/check',
        { type, data },
        { signal: controller.signal },
      );
      if (!controller.signal.aborted) onAnswer({ findings, data });
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
      timer.current = setTimeout(() => {
        const data = read();
        if (data && navigator.onLine) void ask(data);
      }, PAUSE_MS);
    },
    stop,
  };
}
