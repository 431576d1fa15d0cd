import { Alert, Button, Form, Input, InputNumber, Modal } from 'antd';
import { formatInstant } from '../../../components/format.js';
import { LabelTag } from '../../../components/label-tag.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryState } from '../../../components/query-state.js';
import { SidePanel } from '../../../components/side-panel.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import {
  useMachineKeys,
  useMakeMachineKey,
  useRevokeMachineKey,
  type MachineKey,
} from '../api/machine-keys.js';
import { userWords } from '../words.js';
import './machine-keys.css';

const MOST_DAYS = 366;

const STATES = { live: 'keyLive', expired: 'keyExpired', revoked: 'keyRevoked' } as const;

/** Keys of a hospital's system: made, shown once, seen in use, revoked. */
export function MachineKeys({ username, onClose }: { username: string; onClose(): void }) {
  const words = useWords(userWords);
  const keys = useMachineKeys(username);
  const make = useMakeMachineKey(username);
  return (
    <SidePanel size={520} title={words.keysOf(username)} onClose={onClose}>
      <p className="soft">{words.keysLead}</p>
      <Form<{ days: number }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ days: 365 }}
        onFinish={({ days }) => make.mutate(days)}
      >
        <Form.Item name="days" label={words.keyDays} rules={[{ required: true, message: words.required }]}>
          <InputNumber min={1} max={MOST_DAYS} precision={0} />
        </Form.Item>
        {make.error && <ProblemAlert error={make.error} />}
        <Button type="primary" htmlType="submit" loading={make.isPending}>
          {words.makeKey}
        </Button>
      </Form>
      {make.data && <NewKey clientId={make.data.clientId} secret={make.data.secret} />}
      <QueryState query={keys}>
        {({ items }) => (
          <ul className="machine-keys" aria-label={words.keysOf(username)}>
            {items.length === 0 && <li className="soft">{words.noKeys}</li>}
            {items.map((key) => (
              <Key key={key.clientId} username={username} machineKey={key} />
            ))}
          </ul>
        )}
      </QueryState>
    </SidePanel>
  );
}

function NewKey({ clientId, secret }: { clientId: string; secret: string }) {
  const words = useWords(userWords);
  return (
    <Alert
      type="success"
      className="machine-key-new"
      title={words.keyShownOnce}
      description={
        <>
          <label>
            {words.keyId}
            <Input readOnly value={clientId} />
          </label>
          <label>
            {words.keySecret}
            <Input readOnly value={secret} autoComplete="off" spellCheck={false} />
          </label>
        </>
      }
    />
  );
}

function Key({ username, machineKey }: { username: string; machineKey: MachineKey }) {
  const words = useWords(userWords);
  const { language } = useLanguage();
  const revoke = useRevokeMachineKey(username);
  const [modal, dialogs] = Modal.useModal();
  const { clientId, expiresAt, state, lastUsedAt } = machineKey;
  const isLive = state === 'live';
  return (
    <li className="machine-key">
      {dialogs}
      <div>
        <code>{clientId}</code> <LabelTag tone={isLive ? 'good' : 'neutral'}>{words[STATES[state]]}</LabelTag>
        <p className="soft">
          {words.keyUntil(formatInstant(expiresAt, language))} ·{' '}
          {lastUsedAt ? words.keyUsed(formatInstant(lastUsedAt, language)) : words.keyUnused}
        </p>
        {revoke.error && <ProblemAlert error={revoke.error} />}
      </div>
      {isLive && (
        <Button
          size="small"
          danger
          aria-label={words.revokeKey(clientId)}
          loading={revoke.isPending}
          onClick={() =>
            void modal.confirm({
              ...{ title: words.revokeKey(clientId), content: words.revokeNote, okText: words.revoke },
              onOk: () => revoke.mutate(clientId),
            })
          }
        >
          {words.revoke}
        </Button>
      )}
    </li>
  );
}
