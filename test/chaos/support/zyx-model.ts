/**
 * A model that is hard on whoever reads the engine's feed: element ids in reverse alphabetical order, several nodes in one
 * transaction, a loop, people in parallel, a called model with a task, an embedded and an interrupting sub-process.
 * Version 2 calls the decision by another name.
 */
export interface ZyxNames {
  /** Process key; the called model is `<key>_called`, the message that stops a case `<key>-stop`. */
  key: string;
  workTopic: string;
  peopleTopic: string;
}

export const DECISION = { 1: 'q_decide', 2: 'j_decide' } as const;

/** Elements in the order of a case that is approved at once; `u_people` stands once per person and once for all. */
export const APPROVED_PATH = [
  ...[
    'z_start',
    'y_pass',
    'x_work',
    'w_gate',
    'v_pass',
    'u_people',
    't_call',
    'i_begin',
    'h_inside',
    'g_task',
  ],
  ...['f_end', 's_review', 'r_begin', 'q_decide', 'p_done', 'o_gate', 'n_pass', 'm_pass', 'a_end'],
];

export function zyxModel(names: ZyxNames, version: 1 | 2): string {
  const { key, workTopic, peopleTopic } = names;
  const decision = DECISION[version];
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
             xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://lampid.example/chaos">
  <message id="stop" name="${key}-stop"/>
  <process id="${key}" name="version ${version}" isExecutable="true" camunda:historyTimeToLive="P1D">
    <startEvent id="z_start"/>
    <intermediateThrowEvent id="y_pass"/>
    <serviceTask id="x_work" camunda:type="external" camunda:topic="${workTopic}">${status('submitted')}</serviceTask>
    <exclusiveGateway id="w_gate"/>
    <intermediateThrowEvent id="v_pass"/>
    <serviceTask id="u_people" camunda:type="external" camunda:topic="${peopleTopic}">
      <multiInstanceLoopCharacteristics>
        <loopCardinality xsi:type="tFormalExpression">\${people}</loopCardinality>
      </multiInstanceLoopCharacteristics>
    </serviceTask>
    <callActivity id="t_call" calledElement="${key}_called" camunda:calledElementBinding="deployment">
      <extensionElements>
        <camunda:in businessKey="#{execution.processBusinessKey}"/>
        <camunda:in source="group" target="group"/>
      </extensionElements>
    </callActivity>
    <subProcess id="s_review">
      <startEvent id="r_begin"/>
      <userTask id="${decision}" camunda:candidateGroups="\${group}">${status('in_review')}</userTask>
      <endEvent id="p_done"/>
      ${flows(['r_begin', decision, 'p_done'])}
    </subProcess>
    <exclusiveGateway id="o_gate" default="o_gate-n_pass"/>
    <intermediateThrowEvent id="n_pass">${status('awaiting_decision')}</intermediateThrowEvent>
    <intermediateThrowEvent id="m_pass"/>
    <endEvent id="a_end">${status('completed')}</endEvent>
    ${flows(['z_start', 'y_pass', 'x_work', 'w_gate', 'v_pass', 'u_people', 't_call', 's_review', 'o_gate'])}
    ${flows(['o_gate', 'n_pass', 'm_pass', 'a_end'])}
    <sequenceFlow id="o_gate-x_work" sourceRef="o_gate" targetRef="x_work">
      <conditionExpression xsi:type="tFormalExpression">\${outcome == 'return'}</conditionExpression>
    </sequenceFlow>
    <subProcess id="stopping" triggeredByEvent="true">
      <startEvent id="c_stop" isInterrupting="true"><messageEventDefinition messageRef="stop"/></startEvent>
      <endEvent id="b_stopped">${status('cancelled')}</endEvent>
      ${flows(['c_stop', 'b_stopped'])}
    </subProcess>
  </process>
  <process id="${key}_called" isExecutable="true" camunda:historyTimeToLive="P1D">
    <startEvent id="i_begin"/>
    <serviceTask id="h_inside" camunda:type="external" camunda:topic="${workTopic}"/>
    <userTask id="g_task" camunda:candidateGroups="\${group}"/>
    <endEvent id="f_end"/>
    ${flows(['i_begin', 'h_inside', 'g_task', 'f_end'])}
  </process>
</definitions>`;
}

function status(value: string): string {
  return `<extensionElements><camunda:properties><camunda:property name="status" value="${value}"/></camunda:properties></extensionElements>`;
}

function flows(ids: string[]): string {
  return ids
    .slice(1)
    .map(
      (to, index) => `<sequenceFlow id="${ids[index]}-${to}" sourceRef="${ids[index]}" targetRef="${to}"/>`,
    )
    .join('');
}
