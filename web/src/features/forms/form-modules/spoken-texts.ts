/** form-js feature: says the few fixed English words of the viewer (list buttons, search boxes) in the chosen language, and how a day is written. */
import type { Language } from '../../../i18n/dictionary.js';

const WORDS: Record<string, string> = {
  'Add new': 'Tambah',
  Search: 'Cari',
  'No results': 'Tidak ada hasil',
  'All values selected': 'Semua sudah dipilih',
  Select: 'Pilih',
  'Show all': 'Tampilkan semua',
  'Show less': 'Tampilkan sedikit',
  'Remove list item': 'Hapus baris',
  'hh:mm': 'jj:mm',
};
/** As the browser would write it: `dd/mm/yyyy`, `mm/dd/yyyy`, `dd.mm.yyyy`. */
const BROWSERS_DAY = /^(?:[dmy]+[-/. ]*){3}$/;
const DAY: Record<Language, string> = { id: 'hh/bb/tttt', en: 'dd/mm/yyyy' };

interface EventBus {
  on(event: string, listener: () => void): void;
}

export class SpokenTexts {
  static $inject = ['eventBus', 'config.renderer', 'config.spokenErrors'];

  constructor(
    eventBus: EventBus,
    renderer: { container: HTMLElement },
    { language }: { language: Language },
  ) {
    const { container } = renderer;
    // The viewer draws asynchronously and redraws parts; what it draws is seen here, whenever that is.
    const observer = new MutationObserver(() => {
      writeDays(container, language);
      if (language === 'id') speak(container);
    });
    observer.observe(container, { childList: true, subtree: true });
    eventBus.on('form.destroy', () => observer.disconnect());
  }
}

function writeDays(container: HTMLElement, language: Language): void {
  for (const input of container.querySelectorAll<HTMLInputElement>('input[placeholder]'))
    if (BROWSERS_DAY.test(input.placeholder)) input.placeholder = DAY[language];
}

function speak(container: HTMLElement): void {
  for (const input of container.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    const spoken = WORDS[input.placeholder];
    if (spoken) input.placeholder = spoken;
  }
  for (const element of container.querySelectorAll<HTMLElement>(
    'button, .fjs-dropdownlist-empty, .fjs-select-placeholder',
  )) {
    const title = element.getAttribute('aria-label');
    if (title && WORDS[title]) element.setAttribute('aria-label', WORDS[title]);
    for (const node of element.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? node.textContent?.trim() : undefined;
      if (text && WORDS[text]) node.textContent = WORDS[text];
    }
  }
}

export const spokenTextsModule = {
  __init__: ['spokenTexts'],
  spokenTexts: ['type', SpokenTexts],
};
