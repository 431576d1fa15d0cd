import { dictionary } from '../../i18n/dictionary.js';

export const consequenceWords = dictionary({
  title: { id: 'Akibat bila disetujui', en: 'What approval will do' },
  before: { id: 'Sebelum', en: 'Before' },
  after: { id: 'Sesudah', en: 'After' },
  card: (number: string) => ({ id: `KK ${number}`, en: `Family card ${number}` }),
  newCard: { id: 'KK baru (nomor dialokasikan saat dicatat)', en: 'New family card (number is allocated)' },
  kept: { id: 'nomor tetap', en: 'number kept' },
  opened: { id: 'KK baru', en: 'new card' },
  closed: { id: 'KK ditutup', en: 'card closed' },
  nobody: { id: 'Belum ada', en: 'Nobody yet' },
  noMember: { id: 'Tidak ada anggota', en: 'No members' },
  newNik: { id: 'NIK dialokasikan', en: 'NIK is allocated' },
  joins: { id: 'masuk', en: 'joins' },
  leaves: { id: 'keluar', en: 'leaves' },
  relation: { id: 'hubungan berubah', en: 'relation changes' },
  data: { id: 'data berubah', en: 'data change' },
  address: { id: 'Alamat', en: 'Address' },
  alsoMade: { id: 'Yang juga dicatat', en: 'Also recorded' },
  birth: { id: 'Akta kelahiran', en: 'Birth deed' },
  death: { id: 'Akta kematian', en: 'Death deed' },
  letter: (people: number, place: string) => ({
    id: `SKPWNI untuk ${people} orang ke ${place}`,
    en: `Move letter for ${people} people to ${place}`,
  }),
  posting: (what: string, place: string) => ({
    id: `Mutasi ${what} di ${place}`,
    en: `Posting ${what} in ${place}`,
  }),
  people: (amount: string) => ({ id: `${amount} jiwa`, en: `${amount} people` }),
  families: (amount: string) => ({ id: `${amount} KK`, en: `${amount} families` }),
  element: (name: string, element: string) => ({ id: `${name}: ${element}`, en: `${name}: ${element}` }),
  revokes: { id: 'Pencatatan laporan ini dibalik:', en: 'The registration of this report is taken back:' },
  noChange: { id: 'Data penduduk tidak berubah.', en: 'The register does not change.' },
  openCase: { id: 'lihat kasusnya', en: 'open the case' },
  cannot: {
    id: 'Bila disetujui sekarang, laporan ini tidak dapat dicatat dan kembali ke operator.',
    en: 'Approved now, this report could not be registered and would go back to the operator.',
  },
});

/** Elements of a resident, as the register names them. */
export const elementWords = dictionary({
  nik: { id: 'NIK', en: 'NIK' },
  name: { id: 'nama', en: 'name' },
  sex: { id: 'jenis kelamin', en: 'sex' },
  birthPlace: { id: 'tempat lahir', en: 'place of birth' },
  birthDate: { id: 'tanggal lahir', en: 'date of birth' },
  religion: { id: 'agama', en: 'religion' },
  maritalStatus: { id: 'status perkawinan', en: 'marital status' },
  education: { id: 'pendidikan', en: 'education' },
  occupation: { id: 'pekerjaan', en: 'occupation' },
  bloodType: { id: 'golongan darah', en: 'blood type' },
  citizenship: { id: 'kewarganegaraan', en: 'citizenship' },
  fatherName: { id: 'nama ayah', en: "father's name" },
  motherName: { id: 'nama ibu', en: "mother's name" },
  status: { id: 'status', en: 'status' },
  deathDate: { id: 'tanggal meninggal', en: 'date of death' },
  mergedInto: { id: 'digabung ke', en: 'merged into' },
});

export const statusWords = dictionary({
  active: { id: 'aktif', en: 'active' },
  dead: { id: 'meninggal', en: 'deceased' },
  'moved-out': { id: 'pindah keluar', en: 'moved out' },
  void: { id: 'batal', en: 'void' },
});

/** Kinds of ledger lines. */
export const postingWords = dictionary({
  birth: { id: 'lahir', en: 'birth' },
  'new-family': { id: 'keluarga baru', en: 'new family' },
  death: { id: 'mati', en: 'death' },
  arrival: { id: 'datang', en: 'arrival' },
  departure: { id: 'pindah', en: 'departure' },
  lost: { id: 'hilang', en: 'missing' },
  adjustment: { id: 'penyesuaian', en: 'adjustment' },
});
