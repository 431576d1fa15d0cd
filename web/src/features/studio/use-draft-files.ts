import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useToast } from '../../components/toast.js';
import { useWords } from '../../i18n/language.js';
import { useOfficer } from '../../layout/session-context.js';
import { useNames } from '../officers/use-names.js';
import {
  discardFile,
  draftQuery,
  saveFile,
  tellPresence,
  type DraftWithFiles,
  type Presence,
} from './api/drafts.js';
import { DraftFiles, type FilesSnapshot } from './draft-files.js';
import { studioWords } from './words.js';

const PRESENCE_MS = 5_000;

export interface SharedDraft {
  kept: DraftFiles;
  snapshot: FilesSnapshot;
  /** Who else is at this draft. */
  others: Presence['present'];
  /** Who saved the file last, as the server knows; null when it is not in the draft any more. */
  savedBy(name: string): string | null;
  /** Puts what the server has in place of what stands here. */
  takeTheirs(names: string[]): Promise<void>;
  keepMine(name: string): Promise<void>;
  /** Takes the file out of the draft; rejects with the reason where it may not go. */
  discard(name: string): Promise<void>;
}

/** The files of a draft, kept saved, and what others do to them meanwhile. */
export function useDraftFiles(draft: DraftWithFiles, me: string, file: string): SharedDraft {
  const words = useWords(studioWords);
  const nameOf = useNames();
  const toast = useToast();
  const client = useQueryClient();
  const [kept] = useState(() => new DraftFiles(draft.files, (changed) => saveFile(draft.id, changed)));
  const snapshot = useSyncExternalStore(kept.subscribe, kept.snapshot);
  const isAlive = draft.state === 'open' || draft.state === 'proposed';
  const isAnalyst = useOfficer().role === 'analyst';
  const presence = useQuery({
    queryKey: ['model-drafts', 'presence', draft.id, file],
    queryFn: () => tellPresence(draft.id, file),
    refetchInterval: PRESENCE_MS,
    enabled: isAlive && isAnalyst,
    placeholderData: (before: Presence | undefined) => before,
  });

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (kept.isAtRisk) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      if (kept.isAtRisk) void kept.flush();
    };
  }, [kept]);

  const read = () => client.fetchQuery({ ...draftQuery(draft.id), staleTime: 0 });
  // What the person asked for stands unchanged, to be asked for again.
  const away = () => toast.warning(words.notReached);
  const load = async (names: string[]) => {
    const fresh = await read();
    kept.load(names, fresh.files);
    return fresh.files.filter(({ name }) => names.includes(name));
  };
  const follow = useEffectEvent(async (answer: Presence) => {
    if (answer.state !== draft.state) await client.invalidateQueries({ queryKey: ['model-drafts'] });
    const changed = kept.changedElsewhere(answer.files);
    if (changed.length === 0) return;
    const loaded = await load(changed);
    for (const { name, updatedBy } of loaded)
      if (updatedBy !== me) toast.info(words.theirsLoaded(nameOf(updatedBy), name));
    for (const name of changed)
      if (!loaded.some((file) => file.name === name)) toast.info(words.fileGone(name));
  });
  useEffect(() => {
    // What cannot be read now is asked for with the next answer.
    if (presence.data) follow(presence.data).catch(() => undefined);
  }, [presence.data]);

  const latest = presence.data?.files ?? draft.files;
  const others = useMemo(
    () => (presence.data?.present ?? []).filter(({ username }) => username !== me),
    [presence.data, me],
  );
  return {
    ...{ kept, snapshot, others },
    savedBy: (name) => latest.find((candidate) => candidate.name === name)?.updatedBy ?? null,
    takeTheirs: async (names) => void (await load(names).catch(away)),
    discard: async (name) => {
      // What was being written goes with it, from the revision that it made.
      await kept.flush();
      await discardFile(draft.id, { name, revision: kept.revisionOf(name) });
      kept.load([name], []);
    },
    keepMine: async (name) => {
      const fresh = await read().catch(away);
      if (!fresh) return;
      await kept.keepMine(name, fresh.files.find((candidate) => candidate.name === name)?.revision ?? 0);
    },
  };
}
