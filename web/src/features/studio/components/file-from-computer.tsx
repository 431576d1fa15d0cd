import { MAX_MODEL_FILE_BYTES } from '@lampid/domain/model-files';
import { Button } from 'antd';
import { useRef, type ChangeEvent } from 'react';
import { useToast } from '../../../components/toast.js';
import { useWords } from '../../../i18n/language.js';
import { studioWords } from '../words.js';

interface FileFromComputerProps {
  /** The file of the draft whose place it takes. */
  name: string;
  onRead(content: string): void;
}

/** A model, table or form that was made elsewhere: read here, and judged as whatever is drawn here is. */
export function FileFromComputer({ name, onRead }: FileFromComputerProps) {
  const words = useWords(studioWords);
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // The same file may be chosen again after it was mended.
    target.value = '';
    if (!file) return;
    if (file.size > MAX_MODEL_FILE_BYTES) toast.warning(words.tooLarge(file.name));
    else onRead(await file.text());
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={name.slice(name.lastIndexOf('.'))}
        aria-label={words.fromComputerFor(name)}
        onChange={(event) => void take(event)}
      />
      <Button size="small" title={words.fromComputerFor(name)} onClick={() => input.current?.click()}>
        {words.fromComputer}
      </Button>
    </>
  );
}
