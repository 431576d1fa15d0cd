import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import { http } from '../../api/http.js';
import { useWords } from '../../i18n/language.js';
import { NameBook, type SpokenName } from './name-book.js';
import { isPerson, machineName } from './who.js';
import { machineWords } from './words.js';

/** Of one signed-in officer: what another one may read is another book. */
export const newNameBook = () =>
  new NameBook(async (usernames) => {
    const query = { usernames: usernames.join(',') };
    const { items } = await http.get<{ items: SpokenName[] }>('/api/v1/officers/names', { query });
    return items;
  });

export const NameBookContext = createContext<NameBook>(newNameBook());

/** What an actor of a history, or an officer, is called; the page draws again when more is known. */
export function useNames(): (actor: string | null) => string {
  const book = use(NameBookContext);
  const known = useSyncExternalStore(book.subscribe, book.known);
  const words = useWords(machineWords);
  return useMemo(
    () => (actor) => (isPerson(actor) ? book.nameOf(actor, known) : machineName(actor, words)),
    [book, known, words],
  );
}
