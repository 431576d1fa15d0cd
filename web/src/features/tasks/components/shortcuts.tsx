import { Modal } from 'antd';
import { useWords } from '../../../i18n/language.js';
import { taskWords } from '../words.js';

/** What the keys of the list do. */
export function Shortcuts({ open, onClose }: { open: boolean; onClose(): void }) {
  const words = useWords(taskWords);
  const keys: [keys: string[], what: string][] = [
    [['j', 'k', '↓', '↑'], words.keyMove],
    [['Enter'], words.keyOpen],
    [['x'], words.keySelect],
    [['c'], words.keyClaim],
    [['a'], words.keyApprove],
    [['/'], words.keySearch],
    [['Ctrl K'], words.keyPalette],
    [['?'], words.keyHelp],
  ];
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={words.shortcuts}>
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
    </Modal>
  );
}
