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

export type StaffRole = (typeof STAFF_ROLES)[number];

/** How deep in the list of areas a role works: in the whole city, in a kecamatan, or in a kelurahan. */
export const AREA_LEVELS: Record<StaffRole, 2 | 3 | 4> = {
  ...{ operator: 4, rtrw: 4, supervisor: 3 },
  ...{ verifikator: 2, kadis: 2, admin: 2, analyst: 2, auditor: 2, hospital: 2 },
};

/** And a resident, for their own family, whose account is made elsewhere. */
export const ROLES = [...STAFF_ROLES, 'citizen'] as const;
export type Role = (typeof ROLES)[number];
