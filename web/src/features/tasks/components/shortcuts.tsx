import { Dialog } from '../../../components/dialog.js';
import { useWords } from '../../../i18n/language.js';
import { taskWords } from '../words.js';

/** What the keys of the list do. */
export function Shortcuts({ onClose }: { onClose(): void }) {
  const words = useWords(taskWords);
  const keys: [keys: string[], what: string][] = [
    [['j', 'k', '↓', '↑'], words.keyMove],
    [['Enter'], words.keyOpen],
    [['x'], words.keySelect],
    [['c'], words.keyClaim],
    [['p'], words.keyUrge],
    [['a'], words.keyApprove],
    [['/'], words.keySearch],
    [['Ctrl K'], words.keyPalette],
    [['?'], words.keyHelp],
  ];
  return (
    <Dialog onClose={onClose} title={words.shortcuts}>
      <dl className="shortcuts">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
