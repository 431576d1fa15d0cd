import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportData, Task } from '../../api/wire.js';
import { useOfficer } from '../../layout/session-context.js';
import { DraftKeeper, type DraftState } from '../reports/draft-keeper.js';
import type { ShownDraft } from '../reports/components/draft-line.js';
import { useKeeping } from '../reports/use-keeping.js';
import { noticeSession } from '../session/api/session.js';
import { keepCorrection } from './api/keep-correction.js';

export interface Correction extends ShownDraft {
  /** The form is there and holds what it begins with. */
  begin(): void;
  /** Something was typed, chosen or attached. */
  edited(): void;
}

/** Keeps the corrections of a returned report on the server while they are made: with the task, for whoever works on it next. */
export function useCorrection({ id, type, draft }: Task, read: () => ReportData | undefined): Correction {
  const client = useQueryClient();
  const { username: begunBy } = useOfficer();
  const [state, setState] = useState<DraftState>(
    draft ? { kind: 'saved', at: new Date(draft.keptAt) } : { kind: 'untouched' },
  );
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        ...{ id, type, begunBy, version: draft?.version ?? 0, onState: setState },
        save: (correction) =>
          keepCorrection(correction).catch((error: unknown) => {
            noticeSession(client, error);
            throw error;
          }),
        // This device keeps what is begun on it; a case under way is the server's.
        keepHere: () => Promise.resolve(false),
      }),
  );
  useKeeping(keeper);
  return {
    state,
    begin: () => keeper.begin(read()),
    edited: () => keeper.edited(read),
    keepMine: () => void keeper.saveNow(read, { force: true }),
    forget: () => keeper.stop(),
  };
}
