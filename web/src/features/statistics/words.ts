import { dictionary } from '../../i18n/dictionary.js';

export const statisticsWords = dictionary({
  title: { id: 'Statistik', en: 'Statistics' },
  lead: {
    id: 'Peristiwa menurut tanggal lapor, dihitung seperti laporan bulanan A-9. Pilih sebuah batang untuk melihat kasusnya.',
    en: 'Events by report date, counted as the monthly report A-9 does. Choose a bar to see its cases.',
  },
  period: { id: 'Periode', en: 'Period' },
  event: { id: 'Peristiwa menurut jenis kelamin', en: 'Events by sex' },
  month: { id: 'Per bulan', en: 'By month' },
  sex: { id: 'Jenis kelamin menurut peristiwa', en: 'Sexes by event' },
  age: { id: 'Umur (tahun) pada saat peristiwa', en: 'Age (years) at the event' },
  area: { id: 'Per wilayah', en: 'By area' },
  lateness: { id: 'Ketepatan waktu pelaporan', en: 'On time and late' },
  duration: { id: 'Waktu proses', en: 'Processing time' },
  eventNote: {
    id: 'Orang; pindah di dalam wilayah tidak dihitung',
    en: 'People; moves inside the area do not count',
  },
  areaNote: {
    id: 'Orang; setiap wilayah dihitung sendiri, termasuk pindah antarwilayah ini',
    en: 'People; each area counts by itself, with moves between these areas',
  },
  latenessNote: {
    id: 'Kasus terdaftar menurut batas waktu pelaporan',
    en: 'Registered cases by the legal time limit',
  },
  durationNote: {
    id: 'Jam sejak diajukan sampai dicatat; menunggu sesudahnya tidak dihitung',
    en: 'Hours from submission to registration; waiting afterwards does not count',
  },
  satisfaction: { id: 'Kepuasan warga per bulan', en: 'Satisfaction by month' },
  satisfactionArea: { id: 'Kepuasan warga per wilayah', en: 'Satisfaction by area' },
  satisfactionNote: {
    id: 'Jawaban sesudah kasus selesai (batang) dan rata-ratanya, 1 sangat buruk sampai 5 sangat baik (titik)',
    en: 'Answers after finished cases (bars) and their mean, 1 very bad to 5 very good (dots)',
  },
  answers: { id: 'jawaban', en: 'answers' },
  people: { id: 'orang', en: 'people' },
  cases: { id: 'kasus', en: 'cases' },
  hours: { id: 'jam', en: 'hours' },
  asTable: { id: 'Tabel', en: 'Table' },
  asChart: { id: 'Grafik', en: 'Chart' },
  csv: (title: string) => ({ id: `Unduh CSV: ${title}`, en: `Download CSV: ${title}` }),
  svg: (title: string) => ({ id: `Unduh gambar SVG: ${title}`, en: `Download the picture (SVG): ${title}` }),
  casesOf: (what: string) => ({ id: `Kasus: ${what}`, en: `Cases: ${what}` }),
  total: (count: number) => ({
    id: `${count.toLocaleString('id-ID')} kasus terdaftar`,
    en: `${count.toLocaleString('en-GB')} registered cases`,
  }),
  openArea: { id: 'Statistik wilayah ini', en: 'Statistics of this area' },
  ticket: { id: 'Tiket', en: 'Ticket' },
  kelurahan: { id: 'Wilayah pelapor', en: 'Reported in' },
  registered: { id: 'Dicatat', en: 'Registered' },
  processing: { id: 'Waktu proses', en: 'Processing time' },
  late: { id: 'terlambat', en: 'late' },
});
