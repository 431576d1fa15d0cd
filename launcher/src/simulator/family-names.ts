/** Common names, freely combined: nobody in particular. */
// prettier-ignore
export const MALE_NAMES = [
  'ADITYA', 'AGUS', 'AHMAD', 'ANDI', 'ARIF', 'BAGUS', 'BAMBANG', 'BAYU', 'BUDI', 'DEDI', 'DENI', 'DIMAS', 'EKO', 'FAJAR', 'FARHAN', 'GALIH',
  'HENDRA', 'HERMAN', 'ILHAM', 'INDRA', 'IRFAN', 'JOKO', 'KRISNA', 'LUKMAN', 'MAULANA', 'NANANG', 'PRIYO', 'RAHMAT', 'RANGGA', 'REZA', 'RIZKY',
  'RUDI', 'SATRIA', 'SLAMET', 'SURYA', 'TAUFIK', 'TEGUH', 'WAHYU', 'YOGA', 'YUSUF',
] as const;
// prettier-ignore
export const FEMALE_NAMES = [
  'AISYAH', 'ANISA', 'AYU', 'CITRA', 'DEWI', 'DIAN', 'DINI', 'ELISA', 'ENDANG', 'FITRI', 'HANI', 'INDAH', 'INTAN', 'KARTIKA', 'LESTARI', 'LINA',
  'MAYA', 'MEGA', 'MELATI', 'NABILA', 'NINA', 'NOVITA', 'NURUL', 'PUTRI', 'RAHAYU', 'RATNA', 'RINA', 'RINI', 'SARI', 'SINTA', 'SITI', 'SRI',
  'SUSI', 'TANTI', 'TIARA', 'TUTI', 'WATI', 'WULAN', 'YANTI', 'YULIA',
] as const;
// prettier-ignore
export const FAMILY_NAMES = [
  'ANGGRAINI', 'BUDIMAN', 'FIRMANSYAH', 'GUNAWAN', 'HAKIM', 'HALIM', 'HARTONO', 'HERMAWAN', 'HIDAYAT', 'IRAWAN', 'ISKANDAR', 'KURNIAWAN', 'KUSUMA',
  'MAHENDRA', 'MULYADI', 'NUGRAHA', 'NUGROHO', 'PERMANA', 'PERMATA', 'PRAKOSO', 'PRASETYO', 'PRATAMA', 'PURNAMA', 'RAMADHAN', 'SANTOSO', 'SAPUTRA',
  'SETIAWAN', 'SUDRAJAT', 'SUHARTO', 'SUPRIADI', 'SURYANA', 'SUSANTO', 'SUTRISNO', 'UTOMO', 'WIBOWO', 'WICAKSONO', 'WIDODO', 'WIJAYA', 'WIRAWAN',
  'YULIANTO',
] as const;
// prettier-ignore
export const STREETS = [
  'JL. MERDEKA', 'JL. KENANGA', 'JL. MELATI', 'JL. DIPONEGORO', 'JL. SUDIRMAN', 'JL. CEMPAKA', 'JL. FLAMBOYAN', 'JL. ANGGREK', 'JL. PAHLAWAN',
  'GG. MAWAR', 'GG. DAMAI', 'JL. TERATAI',
] as const;
