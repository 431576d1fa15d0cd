import { AREA_LEVELS, STAFF_ROLES, type StaffRole } from '@lampid/domain/roles';
import { Button, Form, Input, Select, Switch } from 'antd';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { SidePanel } from '../../../components/side-panel.js';
import { useToast } from '../../../components/toast.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { roleNames } from '../../session/roles.js';
import { useSaveUser, type User, type UserFields } from '../api/users.js';
import { upTo } from '../area-code.js';
import { userWords } from '../words.js';
import { AreaField } from './area-field.js';

interface UserFormProps {
  /** Null: a new account. */
  user: User | null;
  onClose(): void;
}

type Filled = Omit<UserFields, 'email' | 'rt' | 'rw' | 'role'> & {
  role: StaffRole;
  email?: string;
  rt?: string;
  rw?: string;
  active: boolean;
};

const orNull = (text: string | undefined) => text?.trim() || null;

export function UserForm({ user, onClose }: UserFormProps) {
  const words = useWords(userWords);
  const text = useText();
  const toast = useToast();
  const save = useSaveUser();
  const [form] = Form.useForm<Filled>();
  const role = Form.useWatch('role', form);
  const city = useOfficer().areaCode;
  const level = role ? AREA_LEVELS[role] : 2;
  const required = [{ required: true, whitespace: true, message: words.required }];
  const unitRule = { pattern: /^\d{1,3}$/, message: words.unitRule };
  const onFinish = ({ username, name, email, role: chosen, areaCode, rt, rw, active }: Filled) =>
    save.mutate(
      {
        before: user,
        active,
        fields: {
          ...{ username: user?.username ?? username, name, role: chosen },
          areaCode: AREA_LEVELS[chosen] === 2 ? city : upTo(areaCode, AREA_LEVELS[chosen])!,
          email: orNull(email),
          rt: chosen === 'rtrw' ? orNull(rt) : null,
          rw: chosen === 'rtrw' ? orNull(rw) : null,
        },
      },
      {
        onSuccess: (saved) => {
          toast.success(words.saved(saved.username));
          onClose();
        },
      },
    );
  return (
    <SidePanel size={420} title={user ? words.change(user.username) : words.add} onClose={onClose}>
      <Form<Filled>
        form={form}
        layout="vertical"
        initialValues={
          user
            ? { ...user, email: user.email ?? '', rt: user.rt ?? '', rw: user.rw ?? '' }
            : { role: 'operator', areaCode: city, active: true }
        }
        onFinish={onFinish}
      >
        {!user && (
          <Form.Item
            name="username"
            label={words.username}
            rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9._-]{1,62}$/, message: words.usernameRule }]}
          >
            <Input autoComplete="off" spellCheck={false} />
          </Form.Item>
        )}
        <Form.Item name="name" label={words.name} rules={required}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
        <Form.Item name="email" label={words.email} rules={[{ type: 'email' }]}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
        <Form.Item name="role" label={words.role}>
          <Select options={STAFF_ROLES.map((value) => ({ value, label: text(roleNames[value]) }))} />
        </Form.Item>
        {level > 2 && (
          <Form.Item
            name="areaCode"
            label={words.area}
            rules={[
              {
                validator: (_, code: string) =>
                  upTo(code, level) ? Promise.resolve() : Promise.reject(new Error(words.chooseArea(level))),
              },
            ]}
          >
            <AreaField city={city} level={level === 4 ? 4 : 3} />
          </Form.Item>
        )}
        {role === 'rtrw' && (
          <>
            <Form.Item name="rw" label={words.rw} rules={[...required, unitRule]}>
              <Input autoComplete="off" maxLength={3} />
            </Form.Item>
            <Form.Item name="rt" label={words.rt} rules={[unitRule]}>
              <Input autoComplete="off" maxLength={3} />
            </Form.Item>
          </>
        )}
        <Form.Item
          name="active"
          label={words.active}
          valuePropName="checked"
          extra={words.activeHelp}
          hidden={!user}
        >
          <Switch />
        </Form.Item>
        {save.error && <ProblemAlert error={save.error} />}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
      </Form>
    </SidePanel>
  );
}
