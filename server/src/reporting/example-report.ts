/**
 * An example that submits as it stands: a demo family that nobody reported about, demo attachments of the caller, and where
 * the type needs one a letter of another city from the simulator. Every call gives another one.
 */
import { takeDemoFamily } from '@lampid/db/seed/demo-families';
import { revocableTicket } from '@lampid/db/registry/registered-report';
import { storeCopies } from '@lampid/db/reporting/attachments';
import { areaNames } from '@lampid/db/reference/areas';
import { todayJakarta } from '@lampid/domain/dates';
import type { MoveLetter } from '@lampid/domain/registry/snapshot';
import type { EventDefinition } from '@lampid/processes/define-event';
import type { Deps } from '../deps.js';
import type { Caller } from '../identity/authorize.js';
import { demoFiles } from './demo-files.js';

/** Null where there is nothing to show: no demo, an officer without a kelurahan or without the role, no letter or ticket to be had. */
export async function exampleReport(
  deps: Deps,
  input: { caller: Caller; event: EventDefinition },
): Promise<unknown> {
  const { caller, event } = input;
  const { config, db } = deps;
  if (!config.DEMO || caller.role !== 'operator' || !event.reportedBy.includes(caller.role)) return null;
  const letter = event.needsExampleLetter ? await exampleLetter(deps, caller.areaCode) : null;
  if (event.needsExampleLetter && !letter) return null;
  const ticket = event.needsExampleTicket ? await revocableTicket(db.manager, caller.areaCode) : null;
  if (event.needsExampleTicket && !ticket) return null;
  const family = await takeDemoFamily(db, { areaCode: caller.areaCode, dukcapilUrl: config.DUKCAPIL_URL });
  const foreignArea = await foreignAreaOf(deps);
  const attachments: { kind: string; extension: string }[] = [];
  const ids = new Map<string, string>();
  const build = () =>
    event.example({
      registry: family.registry,
      neighbours: family.neighbours,
      letter,
      ticket,
      documents: (kinds) => kinds.map((kind) => ({ kind, attachmentId: ids.get(kind) ?? placeholder(kind) })),
      operatorArea: caller.areaCode,
      foreignArea,
      today: todayJakarta(deps.now()),
    });
  const placeholder = (kind: string) => {
    attachments.push({ kind, extension: demoFiles().pdf.extension });
    return kind;
  };
  // Once to learn which kinds it wants, so that they are stored in one statement, and once with their ids.
  build();
  const { content, mediaType } = demoFiles().pdf;
  const kinds = [...new Set(attachments.map(({ kind }) => kind))];
  const fileNames = kinds.map((kind) => `${kind}.pdf`);
  const stored = await storeCopies(db.manager, {
    content,
    mediaType,
    fileNames,
    uploadedBy: caller.username,
  });
  kinds.forEach((kind, index) => ids.set(kind, stored[index]!));
  return build();
}

async function exampleLetter(deps: Deps, areaCode: string): Promise<MoveLetter | null> {
  const answer = await deps.dukcapil.exampleLetter({ destinationCode: areaCode });
  return answer.kind === 'found' ? answer.letter : null;
}

let foreign: { areas: unknown; code: string } | undefined;

/** A kelurahan of another province, for moves. */
async function foreignAreaOf({ db, config }: Deps): Promise<string> {
  const areas = await areaNames(db);
  if (foreign?.areas !== areas) {
    const province = config.CITY.slice(0, 2);
    const codes = [...areas.keys()].filter((code) => code.length === 13 && !code.startsWith(province));
    foreign = { areas, code: codes.sort()[0] ?? config.CITY };
  }
  return foreign.code;
}
