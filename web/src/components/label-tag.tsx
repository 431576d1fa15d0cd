import type { ReactNode } from 'react';
import './label-tag.css';

export type Tone = 'neutral' | 'info' | 'wait' | 'special' | 'work' | 'good' | 'bad';

interface LabelTagProps {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}

/** A short word on a quiet ground. Colours never stand alone, and keep 4.5:1 against their ground. */
export function LabelTag({ tone = 'neutral', title, children }: LabelTagProps) {
  return (
    <span className={`label-tag label-tag-${tone}`} title={title}>
      {children}
    </span>
  );
}
