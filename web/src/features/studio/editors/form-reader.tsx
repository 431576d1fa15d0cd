import { useEffect, useEffectEvent, useMemo } from 'react';
import type { FormSchema } from '../../../api/wire.js';
import { useWords } from '../../../i18n/language.js';
import FormViewer from '../../forms/components/form-viewer.js';
import { studioWords } from '../words.js';
import type { EditorProps } from './editor.js';
import './reader.css';

const NOTHING = {};

/** A form as officers will see it, for those who only read it: what is tried out in it goes nowhere. */
export default function FormReader({ name, content, ...props }: EditorProps) {
  const words = useWords(studioWords);
  const { schema, fault } = useMemo(() => read(content), [content]);
  const onUnreadable = useEffectEvent(props.onUnreadable);
  useEffect(() => {
    if (fault !== null) onUnreadable(fault);
  }, [fault]);
  return (
    <div className="form-reader" role="region" aria-label={words.preview(name)} tabIndex={0}>
      {schema && <FormViewer schema={schema} data={NOTHING} />}
    </div>
  );
}

function read(content: string): { schema: FormSchema | null; fault: string | null } {
  try {
    return { schema: JSON.parse(content) as FormSchema, fault: null };
  } catch (error) {
    return { schema: null, fault: (error as Error).message };
  }
}
