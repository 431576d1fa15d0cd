import { App, Button, Flex, Input, Table, type TableProps } from 'antd';
import { LabelTag } from '../../../components/label-tag.js';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import type { TaskSummary } from '../../../api/wire.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useEventTypes } from '../../event-types/api/event-types.js';
import { useClaimTask } from '../api/claim-task.js';
import { useTasks } from '../api/tasks.js';
import { taskWords } from '../words.js';
import { Age, Due } from './due.js';

export function TasksPage() {
  const words = useWords(taskWords);
  const [q, setQ] = useState<string | undefined>();
  const tasks = useTasks(q ? { q } : {});
  return (
    <Page title={words.title} lead={tasks.data && words.lead(tasks.data.items.length)}>
      <Flex className="filters">
        <Input.Search
          allowClear
          placeholder={words.search}
          aria-label={words.search}
          onSearch={(value) => setQ(value.trim() || undefined)}
          style={{ width: 260 }}
        />
      </Flex>
      {tasks.error && <ProblemAlert error={tasks.error} onRetry={() => void tasks.refetch()} />}
      <TaskTable tasks={tasks.data?.items ?? []} loading={tasks.isPending} />
    </Page>
  );
}

export function TaskTable({ tasks, loading }: { tasks: TaskSummary[]; loading: boolean }) {
  const words = useWords(taskWords);
  const text = useText();
  const officer = useOfficer();
  const eventTypes = useEventTypes();
  const nameOf = (type: string) => {
    const found = eventTypes.data?.find((candidate) => candidate.id === type);
    return found ? text(found.names) : type;
  };
  const columns: TableProps<TaskSummary>['columns'] = [
    {
      title: words.name,
      render: (_, task) => (
        <>
          <Link to={`/tasks/${task.id}`}>{task.title || task.ticket}</Link>
          <div className="under-phone">
            {nameOf(task.type)} · {task.name}
          </div>
        </>
      ),
    },
    { title: words.type, responsive: ['md'], render: (_, task) => nameOf(task.type) },
    { title: words.step, responsive: ['md'], dataIndex: 'name' },
    {
      title: words.ticket,
      responsive: ['lg'],
      render: (_, task) => <span className="ticket">{task.ticket}</span>,
    },
    { title: words.age, responsive: ['sm'], render: (_, task) => <Age since={task.openedAt} /> },
    { title: words.due, responsive: ['sm'], render: (_, task) => <Due at={task.dueAt} /> },
    {
      title: words.assignee,
      responsive: ['md'],
      render: (_, task) =>
        task.assignee === null ? (
          <span className="soft">{words.free}</span>
        ) : task.assignee === officer.username ? (
          <LabelTag tone="work">{words.mine}</LabelTag>
        ) : (
          task.assignee
        ),
    },
    { title: '', align: 'right', render: (_, task) => <TaskButton task={task} /> },
  ];
  return (
    <Table<TaskSummary>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={tasks}
      loading={loading}
      pagination={false}
      locale={{ emptyText: words.none }}
    />
  );
}

function TaskButton({ task }: { task: TaskSummary }) {
  const words = useWords(taskWords);
  const text = useText();
  const officer = useOfficer();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const claim = useClaimTask();
  const name = task.title || task.ticket;
  if (task.assignee !== null)
    return (
      <Button
        size="small"
        type={task.assignee === officer.username ? 'primary' : 'default'}
        aria-label={words.openNamed(name)}
        onClick={() => void navigate(`/tasks/${task.id}`)}
      >
        {words.open}
      </Button>
    );
  return (
    <Button
      size="small"
      type="primary"
      aria-label={words.claimNamed(name)}
      loading={claim.isPending}
      onClick={() =>
        claim.mutate(task.id, {
          onSuccess: () => void navigate(`/tasks/${task.id}`),
          onError: (error) =>
            void message.warning(error instanceof ProblemError ? text(error.problem.title) : String(error)),
        })
      }
    >
      {words.claim}
    </Button>
  );
}
