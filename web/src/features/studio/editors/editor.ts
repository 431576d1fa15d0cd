import type { ProblemItem } from '../../../api/problem.js';

/** What every editor of a file is given. It begins with `content` and tells each change; it begins anew when it is mounted anew. */
export interface EditorProps {
  name: string;
  content: string;
  isReadOnly: boolean;
  /** Faults of this file; `field` ends in `#<element>` where one is meant. */
  faults: readonly ProblemItem[];
  /** An element to go to, such as the one that a fault names; `asked` grows with every wish. */
  goTo: { element: string; asked: number } | null;
  onChange(content: string): void;
  /** The file cannot be drawn; the reason as the library gives it. */
  onUnreadable(reason: string): void;
}
