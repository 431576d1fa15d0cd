import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCaseModel, type CaseProcess } from './case-model.js';
import { processesFolder } from './folders.js';

describe('parseCaseModel', () => {
  let birth: CaseProcess;
  beforeAll(async () => {
    const model = await parseCaseModel(await readFile(join(processesFolder, 'birth', 'birth.bpmn'), 'utf8'));
    birth = model.processes[0]!;
  });

  it('reads a decision with its outcomes, buttons, form, group, lane and role', () => {
    expect(birth.elements.get('review')).toMatchObject({
      type: 'userTask',
      outcomes: ['approve', 'return', 'reject'],
      noteRequired: ['return', 'reject'],
      labels: { approve: { id: 'Setujui', en: 'Approve' }, reject: { id: 'Tolak', en: 'Reject' } },
      formId: 'birth-review',
      candidateGroups: ['${supervisorGroup}'],
      names: { id: 'Periksa dan putuskan', en: 'Review and decide' },
      lane: { id: 'Supervisor kecamatan', en: 'Kecamatan supervisor' },
      role: 'supervisor',
      parent: 'review_in_time',
      properties: { status: 'in_review' },
    });
  });

  it('takes the role of a task from its group where several share a lane', () => {
    expect(birth.elements.get('special')?.role).toBe('kadis');
    expect(birth.elements.get('resolve_reversal')?.role).toBe('verifikator');
    expect(birth.elements.get('register')?.role).toBe('system');
  });

  it('reads service tasks, called models and boundary events', () => {
    expect(birth.elements.get('verify')).toMatchObject({ topic: 'verify-nik', multiInstance: true });
    expect(birth.elements.get('sync')).toMatchObject({ type: 'callActivity', calledElement: 'siak-sync' });
    expect(birth.elements.get('siak_refused')).toMatchObject({ type: 'boundaryEvent', attachedTo: 'sync' });
    expect(birth.elements.get('reported')?.formId).toBe('birth-report');
  });

  it('orders elements along the flow, with what hangs on none at the end', () => {
    const order = (id: string) => birth.elements.get(id)!.order;
    const path = [
      'reported',
      'validate',
      'verify',
      'assess',
      'review_in_time',
      'review',
      'registration',
      'register',
    ];
    const then = ['sync', 'issue', 'notify', 'completed', 'cancellation', 'cancel_requested'];
    const places = [...path, ...then].map(order);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set([...birth.elements.values()].map((element) => element.order)).size).toBe(
      birth.elements.size,
    );
  });

  it('keeps the flows with their conditions and defaults', () => {
    const ofGateway = birth.flows.filter((flow) => flow.source === 'review_decided');
    expect(ofGateway.map(({ target, condition, isDefault }) => [target, condition, isDefault])).toEqual([
      ['fix', null, true],
      ['rejected', "${review_outcome == 'reject'}", false],
      ['special_wanted', "${review_outcome == 'approve'}", false],
    ]);
  });

  it('refuses what is not BPMN', async () => {
    await expect(parseCaseModel('<html></html>')).rejects.toThrow();
  });
});
