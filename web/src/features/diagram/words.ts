import { dictionary } from '../../i18n/dictionary.js';

export const diagramWords = dictionary({
  zoomIn: { id: 'Perbesar diagram', en: 'Zoom in' },
  zoomOut: { id: 'Perkecil diagram', en: 'Zoom out' },
  fit: { id: 'Tampilkan seluruh diagram', en: 'Show the whole diagram' },
  toCurrent: { id: 'Ke langkah sekarang', en: 'To the current step' },
  here: { id: 'sekarang', en: 'now' },
  incident: { id: 'kendala', en: 'incident' },
  visited: { id: 'Sudah dilalui', en: 'Passed' },
  current: { id: 'Sedang di sini', en: 'Here now' },
  broken: { id: 'Diagram tidak dapat digambar', en: 'The diagram cannot be drawn' },
  diagram: (name: string) => ({ id: `Diagram proses ${name}`, en: `Process diagram ${name}` }),
  standsAt: (steps: string) => ({ id: `Kasus sedang di: ${steps}`, en: `The case stands at: ${steps}` }),
});
