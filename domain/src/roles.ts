/** Who works with a report, in the order of the work. */

/** Those whose accounts an admin keeps. */
export const STAFF_ROLES = [
  'operator',
  'supervisor',
  'verifikator',
  'kadis',
  'admin',
  'analyst',
  'auditor',
  /** Head of an RT or RW. */
  'rtrw',
  /** Machine client of a hospital. */
  'hospital',
] as const;

/** And a resident, for their own family, whose account is made elsewhere. */
export const ROLES = [...STAFF_ROLES, 'citizen'] as const;
export type Role = (typeof ROLES)[number];
