import { useText } from '../../i18n/language.js';
import { useProcesses } from './api/processes.js';

/** What the latest version of a model is called; its key while, or where, nobody can tell. */
export function useModelName(): (key: string) => string {
  const text = useText();
  const { data: models = [] } = useProcesses();
  return (key) => {
    const model = models.find((one) => one.key === key);
    return model ? text(model.names) : key;
  };
}
