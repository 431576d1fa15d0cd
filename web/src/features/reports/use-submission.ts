import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { isLineUp } from '../../api/line.js';
import { mayHeal, ProblemError, type Problem } from '../../api/problem.js';
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

type Hindered = Parameters<typeof offline.queue>[0];

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
  /** Of an attachment that came along from this device. */
  const [fileError, setFileError] = useState<ProblemError | null>(null);
  const waitsForSignIn = useRef(false);
  const { id, begunBy } = draft;

  /** Into the queue of this device; false when no store is open that takes it. */
  const queue = async (report: Hindered): Promise<boolean> => {
    if (offline.read().officer?.username !== begunBy) return false;
    try {
      await offline.queue(report);
    } catch (error) {
      setFault(error instanceof VaultFullError ? queueWords.full : queueWords.storeFailed);
      return false;
    }
    toast.success(queueWords.queued);
    await navigate('/offline');
    return true;
  };

  /** Something stands between the report and the server: it is waited for, the report goes into the queue, or it is told. */
  const hindered = async (problem: Problem | null, report: Hindered) => {
    if (problem?.status === 401) {
      waitsForSignIn.current = true;
      return;
    }
    const isAway = problem === null || problem.status === 0 || problem.status >= 502;
    if (isAway && (await queue(report))) return;
    // The refusal of a submission is told as the server words it.
    if (isAway && !report.attempted) setFault((before) => before ?? queueWords.notSent);
    draft.edited();
  };

  const send = async () => {
    const data = complete();
    if (!data) return;
    setFault(null);
    setFileError(null);
    submit.reset();
    setBusy(true);
    const report = { id, type, data, begunBy, answers };
    let attempted = false;
    try {
      const { version, state } = await draft.settle();
      if (version === null || !isLineUp()) {
        const problem = state.kind === 'failed' || state.kind === 'refused' ? state.problem : null;
        return await hindered(problem, { ...report, version, attempted: false });
      }
      // With a draft on the server from before the line went, its attachments may be here only.
      await offline.uploadFiles(report);
      attempted = true;
      const { ticket } = await submit.mutateAsync(report);
      toast.success(words.submitted(ticket ?? ''));
      await navigate(`/cases/${id}`);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      onRefused(error);
      if (!attempted && !mayHeal(error.problem)) setFileError(error);
      await hindered(error.problem, { ...report, version: draft.version(), attempted });
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

  return { send: () => void send(), busy, fault, error: submit.error ?? fileError };
}
