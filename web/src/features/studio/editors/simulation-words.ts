import type { SpokenWords } from './speak-in.js';

/** What bpmn-js-token-simulation 0.39 says. */
export const SIMULATION_WORDS: SpokenWords = {
  within: '[class*="bts-"]',
  words: {
    'Trigger Event': 'Picu peristiwa',
    'Set Sequence Flow': 'Pilih jalan',
    'Add pause point': 'Pasang titik jeda',
    'Remove pause point': 'Lepas titik jeda',
    'Reset Simulation': 'Ulangi simulasi',
    'Play/Pause Simulation': 'Jalankan atau jeda simulasi',
    'Play Simulation': 'Simulasi dijalankan',
    'Pause Simulation': 'Simulasi dijeda',
    'Toggle Simulation Log': 'Catatan simulasi',
    'Simulation Log': 'Catatan simulasi',
    'No Entries': 'Belum ada catatan',
    'Found unsupported elements': 'Ada elemen yang tidak dapat disimulasikan',
    'Process started': 'Proses dimulai',
    'Process finished': 'Proses selesai',
    'Process canceled': 'Proses dibatalkan',
  },
  patterns: [
    [/^Set animation speed = Slow$/, 'Kecepatan animasi: lambat'],
    [/^Set animation speed = Normal$/, 'Kecepatan animasi: sedang'],
    [/^Set animation speed = Fast$/, 'Kecepatan animasi: cepat'],
    [/^Set animation speed = (.*)$/, 'Kecepatan animasi: $1'],
    [/^Focus process instance (.*)$/, 'Tampilkan kasus $1'],
    [/^(.+) started$/, '$1 dimulai'],
    [/^(.+) finished$/, '$1 selesai'],
    [/^(.+) canceled$/, '$1 dibatalkan'],
  ],
};
