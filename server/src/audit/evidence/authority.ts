/** Where anybody finds the certificate that the office's signatures lead to. */
export const AUTHORITY_PATH = '/api/v1/audit/authority.pem';
