import { Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/language.js';
import { Dialog } from './dialog.js';
import { commonWords } from './words.js';

interface ConfirmButtonProps extends Pick<ButtonProps, 'size' | 'type' | 'disabled' | 'aria-label'> {
  /** What the button does; said again where it is confirmed. */
  label: string;
  question: string;
  onConfirm(): void;
}

/** What cannot be taken back is asked once more, where the keyboard is: a dialog takes the focus and gives it back. */
export function ConfirmButton({ label, question, onConfirm, ...button }: ConfirmButtonProps) {
  const common = useWords(commonWords);
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button danger {...button} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <Dialog
          title={label}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{common.cancel}</Button>
              <Button
                type="primary"
                danger
                onClick={() => {
                  close();
                  onConfirm();
                }}
              >
                {label}
              </Button>
            </>
          }
        >
          <p className="question">{question}</p>
        </Dialog>
      )}
    </>
  );
}
