import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { newUuid } from '../../api/new-uuid.js';
import type { ReportData } from '../../api/wire.js';
import { useOfficer } from '../../layout/session-context.js';
import { holdDraft, offline } from '../offline/offline.js';
import { noticeSession } from '../session/api/session.js';
import { saveDraft, type Draft } from './api/save-draft.js';
import type { ShownDraft } from './components/draft-line.js';
import { DraftKeeper, type DraftState } from './draft-keeper.js';
import { useKeeping } from './use-keeping.js';

export interface ResumedDraft {
  id: string;
  /** Null where the server has none yet. */
  version: number | null;
}

export interface KeptDraft extends ShownDraft {
  id: string;
  /** Username. */
  begunBy: string;
  /** The form is there and holds what it begins with. */
  begin(): void;
  /** Something was typed, chosen or attached. */
  edited(): void;
  /** At once. */
  save(): void;
  /** Ends the saving, with the draft on the server: answers how it is kept there, and what is in the way when it is not. */
  settle(): Promise<{ version: number | null; state: DraftState }>;
  /** Of the draft on the server; null while it has none. */
  version(): number | null;
}

/** Keeps a report as a draft while it is being written: on the server, and without a line on this device. */
export function useDraft(input: {
  resumed: ResumedDraft | null;
  type: string;
  answers: string | null;
  read: () => ReportData | undefined;
}): KeptDraft {
  const { resumed, type, answers, read } = input;
  const client = useQueryClient();
  const { username } = useOfficer();
  const [begunBy] = useState(username);
  const [id] = useState(() => resumed?.id ?? newUuid());
  const [state, setState] = useState<DraftState>({ kind: 'untouched' });
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        ...{ id, type, begunBy, version: resumed?.version ?? null, onState: setState },
        async save(draft) {
          try {
            await offline.uploadFiles({ id, begunBy });
            const saved = await saveDraft(draft);
            await offline.dropDraft(draft.id);
            return saved;
          } catch (error) {
            noticeSession(client, error);
            throw error;
          }
        },
        keepHere: ({ version, ...draft }: Draft) =>
          offline.keepDraft({ ...draft, version: version ?? null, answers }),
      }),
  );
  useEffect(() => holdDraft(id), [id]);
  useEffect(() => {
    if (state.kind !== 'saved' && state.kind !== 'kept-here') return;
    void client.invalidateQueries({ queryKey: ['reports', 'list'] });
    // A reload must find the draft. Not a step of the router: that would put another page in place of the one being typed on.
    if (resumed === null) window.history.replaceState(window.history.state, '', `/reports/${id}/edit`);
  }, [state, client, resumed, id]);
  useKeeping(keeper);
  // Where it was not safe before, an opened store makes it so.
  useEffect(() => offline.onOpened(() => keeper.retry()), [keeper]);
  return {
    ...{ id, begunBy, state },
    begin: () => keeper.begin(read()),
    edited: () => keeper.edited(read),
    save: () => void keeper.saveNow(read),
    keepMine: () => void keeper.saveNow(read, { force: true }),
    async settle() {
      await keeper.stop();
      if (keeper.version === null) await keeper.saveNow(read, { force: true });
      await keeper.stop();
      return { version: keeper.version, state: keeper.state };
    },
    version: () => keeper.version,
    async forget() {
      await keeper.stop();
      await offline.forgetDraft(id);
    },
  };
}
