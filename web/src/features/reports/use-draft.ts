import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useState } from 'react';
import { newUuid } from '../../api/new-uuid.js';
import type { ReportData } from '../../api/wire.js';
import { useSession } from '../session/api/session.js';
import { saveDraft } from './api/save-draft.js';
import { DraftKeeper, type DraftState } from './draft-keeper.js';

export interface ResumedDraft {
  id: string;
  version: number;
}

export interface KeptDraft {
  id: string;
  state: DraftState;
  /** The form is there and holds what it begins with. */
  begin(): void;
  /** Something was typed, chosen or attached. */
  edited(): void;
  /** At once. */
  save(): void;
  /** What is here stays, whatever another window has written. */
  keepMine(): void;
  /** Ends the saving; answers the id of the draft when there is one. */
  stop(): Promise<string | null>;
}

/** Keeps a report as a draft while it is being written. A page that is left saves at once; a window that is closed too early asks. */
export function useDraft(input: {
  resumed: ResumedDraft | null;
  type: string;
  read: () => ReportData | undefined;
}): KeptDraft {
  const { resumed, type, read } = input;
  const client = useQueryClient();
  const [id] = useState(() => resumed?.id ?? newUuid());
  const [state, setState] = useState<DraftState>({ kind: 'untouched' });
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        ...{ id, type, version: resumed?.version ?? null, onState: setState, save: saveDraft },
      }),
  );
  useEffect(() => {
    if (state.kind !== 'saved') return;
    void client.invalidateQueries({ queryKey: ['reports', 'list'] });
    // A reload must find the draft. Not a step of the router: that would put another page in place of the one being typed on.
    if (resumed === null) window.history.replaceState(window.history.state, '', `/reports/${id}/edit`);
  }, [state, client, resumed, id]);
  const { data: session } = useSession();
  useEffect(() => {
    if (session) keeper.retry();
  }, [session, keeper]);
  useEffect(() => {
    const retry = () => keeper.retry();
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [keeper]);
  // A layout effect: it ends while the form below can still be read.
  useLayoutEffect(() => () => keeper.leave(), [keeper]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (keeper.isAtRisk) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [keeper]);
  return {
    ...{ id, state },
    begin: () => keeper.begin(read()),
    edited: () => keeper.edited(read),
    save: () => void keeper.saveNow(read),
    keepMine: () => void keeper.saveNow(read, { force: true }),
    async stop() {
      await keeper.stop();
      return keeper.isKept ? id : null;
    },
  };
}
