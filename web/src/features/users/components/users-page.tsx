import { numericDate } from '@lampid/domain/dates';
import { STAFF_ROLES, type Role } from '@lampid/domain/roles';
import { Alert, Button, Flex, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { LabelTag } from '../../../components/label-tag.js';
import { Page } from '../../../components/page.js';
import { QueryState } from '../../../components/query-state.js';
import { SidePanel } from '../../../components/side-panel.js';
import { commonWords } from '../../../components/words.js';
import { useText, useWords } from '../../../i18n/language.js';
import { AbsenceDesk } from '../../absences/components/absence-desk.js';
import { roleNames } from '../../session/roles.js';
import { useUsers, type User, type UserFilter } from '../api/users.js';
import { userWords } from '../words.js';
import { MachineKeys } from './machine-keys.js';
import { UserForm } from './user-form.js';

/** Whose work somebody else can do. */
const WITH_DEPUTIES: readonly Role[] = ['operator', 'supervisor', 'verifikator', 'kadis', 'admin'];

/** Who works with the system: an admin gives and takes roles and areas. */
export function UsersPage() {
  const words = useWords(userWords);
  const common = useWords(commonWords);
  const text = useText();
  const [filter, setFilter] = useState<UserFilter>({});
  const [open, setOpen] = useState<{ user: User | null } | null>(null);
  const [absent, setAbsent] = useState<string | null>(null);
  const [machine, setMachine] = useState<string | null>(null);
  const users = useUsers(filter);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Button type="primary" onClick={() => setOpen({ user: null })}>
          {words.add}
        </Button>
      }
    >
      {users.data?.pages[0]?.foreignIssuer && (
        <Alert type="info" showIcon className="bar" title={words.foreign} />
      )}
      <Flex gap={8} wrap className="filters">
        <Input.Search
          placeholder={words.search}
          aria-label={words.search}
          style={{ width: 280 }}
          onSearch={(q) => setFilter({ ...filter, q: q || undefined })}
        />
        <Select
          allowClear
          placeholder={words.anyRole}
          aria-label={words.anyRole}
          style={{ width: 200 }}
          options={STAFF_ROLES.map((value) => ({ value, label: text(roleNames[value]) }))}
          onChange={(role?: string) => setFilter({ ...filter, role })}
        />
      </Flex>
      <QueryState query={users}>
        {({ pages }) => (
          <>
            <Table<User>
              size="small"
              rowKey="username"
              pagination={false}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: words.none }}
              dataSource={pages.flatMap(({ items }) => items)}
              columns={[
                {
                  title: words.name,
                  render: (_, { name, awayUntil }) => (
                    <Flex vertical align="start">
                      {name}
                      {awayUntil && (
                        <LabelTag tone="wait">{words.awayUntil(numericDate(awayUntil))}</LabelTag>
                      )}
                    </Flex>
                  ),
                },
                {
                  title: words.username,
                  dataIndex: 'username',
                  render: (username: string) => <code>{username}</code>,
                },
                { title: words.role, render: (_, { role }) => text(roleNames[role]) },
                { title: words.area, render: (_, user) => areaOf(user) },
                {
                  title: words.state,
                  render: (_, { active }) => (
                    <LabelTag tone={active ? 'good' : 'neutral'}>
                      {active ? words.active : words.inactive}
                    </LabelTag>
                  ),
                },
                {
                  title: words.actions,
                  render: (_, user) => (
                    <Flex gap={8}>
                      {user.role !== 'citizen' && (
                        <Button
                          size="small"
                          aria-label={words.change(user.username)}
                          onClick={() => setOpen({ user })}
                        >
                          {words.changeShort}
                        </Button>
                      )}
                      {WITH_DEPUTIES.includes(user.role) && (
                        <Button
                          size="small"
                          aria-label={words.absenceOf(user.username)}
                          onClick={() => setAbsent(user.username)}
                        >
                          {words.absence}
                        </Button>
                      )}
                      {user.role === 'hospital' && !pages[0]?.foreignIssuer && (
                        <Button
                          size="small"
                          aria-label={words.keysOf(user.username)}
                          onClick={() => setMachine(user.username)}
                        >
                          {words.keys}
                        </Button>
                      )}
                    </Flex>
                  ),
                },
              ]}
            />
            {users.hasNextPage && (
              <Button loading={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>
                {common.loadMore}
              </Button>
            )}
          </>
        )}
      </QueryState>
      {absent && (
        <SidePanel size={420} title={words.absenceOf(absent)} onClose={() => setAbsent(null)}>
          <AbsenceDesk username={absent} />
        </SidePanel>
      )}
      {machine && <MachineKeys username={machine} onClose={() => setMachine(null)} />}
      {open && <UserForm user={open.user} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** `Dago, RW 001, RT 001` */
function areaOf({ areaName, areaCode, rw, rt }: User): string {
  return [areaName ?? areaCode, rw && `RW ${rw}`, rt && `RT ${rt}`].filter(Boolean).join(', ');
}
