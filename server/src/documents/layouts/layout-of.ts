import { birthDeedLayout, deathDeedLayout } from './deeds.js';
import { familyCardLayout } from './family-card.js';
import type { Layout } from './layout.js';
import { moveLetterLayout, statementLayout } from './letters.js';
import { plainLayout } from './sections.js';

const LAYOUTS: Record<string, Layout> = {
  'kutipan-akta-kelahiran': birthDeedLayout,
  'kutipan-akta-kematian': deathDeedLayout,
  kk: familyCardLayout,
  skpwni: moveLetterLayout,
  'surat-keterangan': statementLayout,
};

/** Documents of other kinds (biodata, order sheets, those of an analyst's own event types) are drawn as rows and tables. */
export function layoutOf(kind: string): Layout {
  return LAYOUTS[kind] ?? plainLayout;
}
