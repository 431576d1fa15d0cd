/** Said alike of a person who is not there and of one of elsewhere. */
export const NO_RESIDENT = { id: 'Penduduk tidak ditemukan', en: 'No such resident' };
