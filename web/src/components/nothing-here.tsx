import type { ReactNode } from 'react';
import './nothing-here.css';

/** In place of what is not there (yet). */
export function NothingHere({ children }: { children: ReactNode }) {
  return <p className="nothing-here">{children}</p>;
}
