/** Cities whose office the simulator plays. Names and codes: idn-area-data (Kepmendagri 300.2.2-2138/2025, ODbL-1.0). */
export interface OtherCity {
  /** Dotted kelurahan/desa. */
  code: string;
  province: string;
  city: string;
  district: string;
  village: string;
  /** As birth place: the city's name without its kind. */
  place: string;
  postalCode: string;
}

function city(code: string, names: [string, string, string, string], postalCode: string): OtherCity {
  const [province, cityName, district, village] = names;
  return {
    code,
    province,
    city: cityName,
    district,
    village,
    place: cityName.replace(/^(KOTA|KABUPATEN)( ADM\.)? /, ''),
    postalCode,
  };
}

export const OTHER_CITIES: readonly OtherCity[] = [
  city('31.74.01.1001', ['DKI JAKARTA', 'KOTA ADM. JAKARTA SELATAN', 'TEBET', 'TEBET TIMUR'], '12820'),
  city('32.75.01.1002', ['JAWA BARAT', 'KOTA BEKASI', 'BEKASI TIMUR', 'MARGAHAYU'], '17113'),
  city('32.77.01.1001', ['JAWA BARAT', 'KOTA CIMAHI', 'CIMAHI SELATAN', 'MELONG'], '40534'),
  city('32.04.05.2001', ['JAWA BARAT', 'KABUPATEN BANDUNG', 'CILEUNYI', 'CILEUNYI KULON'], '40621'),
  city('33.74.01.1001', ['JAWA TENGAH', 'KOTA SEMARANG', 'SEMARANG TENGAH', 'MIROTO'], '50134'),
  city('34.71.01.1001', ['DAERAH ISTIMEWA YOGYAKARTA', 'KOTA YOGYAKARTA', 'TEGALREJO', 'KRICAK'], '55242'),
  city('35.78.01.1002', ['JAWA TIMUR', 'KOTA SURABAYA', 'KARANG PILANG', 'KEBRAON'], '60222'),
  city('36.71.01.1001', ['BANTEN', 'KOTA TANGERANG', 'TANGERANG', 'SUKARASA'], '15111'),
  city('12.71.01.1001', ['SUMATERA UTARA', 'KOTA MEDAN', 'MEDAN KOTA', 'PASAR BARU'], '20212'),
  city('73.71.01.1001', ['SULAWESI SELATAN', 'KOTA MAKASSAR', 'MARISO', 'BONTORANNU'], '90121'),
  city('51.71.01.1002', ['BALI', 'KOTA DENPASAR', 'DENPASAR SELATAN', 'PEDUNGAN'], '80222'),
  // Papua's numbers exceed 2^53: every round of letters has some.
  city('91.71.01.1001', ['PAPUA', 'KOTA JAYAPURA', 'JAYAPURA UTARA', 'GURABESI'], '99111'),
];
