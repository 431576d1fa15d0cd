import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { isLineUp } from '../../api/line.js';
import { ProblemError, type Problem } from '../../api/problem.js';
import type { ReportData } from '../../api/wire.js';
import { useToast } from '../../components/toast.js';
import { useWords } from '../../i18n/language.js';
import { offline } from '../offline/offline.js';
import { VaultFullError } from '../offline/vault.js';
import { offlineWords } from '../offline/words.js';
import { useSession } from '../session/api/session.js';
import { useSubmitReport } from './api/submit-report.js';
import type { KeptDraft } from './use-draft.js';
import { reportWords } from './words.js';

interface Submitting {
  draft: KeptDraft;
  type: string;
  answers: string | null;
  /** The report as it is to be sent; null when the form itself refuses. */
  complete(): ReportData | null;
  /** The server's refusal. */
  onRefused(error: Error): void;
}

/**
 * Submits the report that is being written. The draft is put on the server first: its id makes the submission one and the same however often
 * it is sent. A sign-in that has ended is waited for, then it goes on; without a line it goes into the queue of this device.
 */
export function useSubmission({ draft, type, answers, complete, onRefused }: Submitting) {
  const words = useWords(reportWords);
  const queueWords = useWords(offlineWords);
  const navigate = useNavigate();
  const toast = useToast();
  const submit = useSubmitReport();
  const [busy, setBusy] = useState(false);
  /** A sentence about this device, not from the server. */
  const [fault, setFault] = useState<string | null>(null);
  const waitsForSignIn = useRef(false);
  const { id, begunBy } = draft;

  /** Into the queue of this device; false when no store is open that takes it. */
  const queue = async (data: ReportData, version: number | null, attempted: boolean): Promise<boolean> => {
    if (offline.read().officer?.username !== begunBy) return false;
    try {
      await offline.queue({ id, type, data, version, begunBy, answers, attempted });
    } catch (error) {
      setFault(error instanceof VaultFullError ? queueWords.full : queueWords.storeFailed);
      return false;
    }
    toast.success(queueWords.queued);
    await navigate('/offline');
    return true;
  };

  /** What stands in the way of the server: queued, waited for, or told. */
  const hindered = async (
    problem: Problem | null,
    data: ReportData,
    version: number | null,
    attempted: boolean,
  ) => {
    if (problem?.status === 401) {
      waitsForSignIn.current = true;
      return;
    }
    const isAway = problem === null || problem.status === 0 || problem.status >= 502;
    if (isAway && (await queue(data, version, attempted))) return;
    draft.edited();
  };

  const send = async () => {
    const data = complete();
    if (!data) return;
    setFault(null);
    submit.reset();
    setBusy(true);
    try {
      const { version, state } = await draft.settle();
      if (version === null && state.kind !== 'kept-here')
        return await hindered(state.kind === 'failed' ? state.problem : null, data, version, false);
      if (version === null || !isLineUp()) return await hindered(null, data, version, false);
      const { id: reportId, ticket } = await submit.mutateAsync({ id, type, data, answers, begunBy });
      toast.success(words.submitted(ticket ?? ''));
      await navigate(`/cases/${reportId}`);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      onRefused(error);
      await hindered(error.problem, data, draft.version(), true);
    } finally {
      setBusy(false);
    }
  };

  const { data: session } = useSession();
  const resume = useEffectEvent(() => void send());
  useEffect(() => {
    if (session?.username !== begunBy || !waitsForSignIn.current) return;
    waitsForSignIn.current = false;
    resume();
  }, [session, begunBy]);

  return { send: () => void send(), busy, fault, error: submit.error };
}
