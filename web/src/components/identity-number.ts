/** A NIK or KK number is asked for in a request's body; everything else may stand in an address. */
export const isNumber = (text: string) => /^\d{16}$/.test(text.replace(/[\s.-]/g, ''));

/** As the API takes it. */
export const digitsOf = (text: string) => text.replace(/\D/g, '');
