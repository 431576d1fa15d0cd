import type { Officer } from '@lampid/db/identity/officers';
import type { ReportRow } from '@lampid/db/reporting/report';
import type { Audience } from '@lampid/processes/tasks/notify';

export interface Recipient {
  channel: 'mail' | 'desk';
  /** E-mail address, username or group. */
  recipient: string;
}

/** Group variables of a case by the audience that a model names. */
const GROUP_OF = {
  operator: 'operatorGroup',
  supervisor: 'supervisorGroup',
  verifikator: 'verifierGroup',
  kadis: 'headGroup',
  admin: 'cityGroup',
} as const satisfies Record<Exclude<Audience, 'reporter' | 'author'>, string>;

/** Who hears of a step: the officers of a group (desk and mail), or the citizen who reported, when an address was given. */
export async function recipientsOf(input: {
  audience: string;
  report: ReportRow;
  groups: Partial<Record<(typeof GROUP_OF)[keyof typeof GROUP_OF], string | null>>;
  officersOf(query: { role: string; areaCode: string }): Promise<Officer[]>;
}): Promise<Recipient[]> {
  const found: Recipient[] = [];
  for (const audience of input.audience.split(',').map((name) => name.trim())) {
    if (audience === 'reporter') {
      const email = reporterEmail(input.report.data);
      if (email) found.push({ channel: 'mail', recipient: email });
      continue;
    }
    if (audience === 'author') {
      found.push({ channel: 'desk', recipient: input.report.createdBy });
      continue;
    }
    if (!(audience in GROUP_OF)) throw new Error(`unknown audience ${audience}`);
    const group = input.groups[GROUP_OF[audience as keyof typeof GROUP_OF]];
    if (!group) continue;
    found.push({ channel: 'desk', recipient: group });
    const [role = '', areaCode = ''] = group.split(':');
    for (const officer of await input.officersOf({ role, areaCode })) {
      if (officer.email) found.push({ channel: 'mail', recipient: officer.email });
    }
  }
  return found;
}

function reporterEmail(data: unknown): string | null {
  const reporter = (data as { reporter?: { email?: unknown } } | null)?.reporter;
  return typeof reporter?.email === 'string' && reporter.email !== '' ? reporter.email : null;
}
