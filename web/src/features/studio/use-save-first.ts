import { useToast } from '../../components/toast.js';
import { useWords } from '../../i18n/language.js';
import type { DraftFiles } from './draft-files.js';
import { studioWords } from './words.js';

/** Before something is done with what the server has: saves the rest, and says so when not all of it is there. Answers whether it is. */
export function useSaveFirst(kept: DraftFiles): () => Promise<boolean> {
  const words = useWords(studioWords);
  const toast = useToast();
  return async () => {
    const isKept = await kept.flush();
    if (!isKept) toast.warning(words.notAllSaved);
    return isKept;
  };
}
