import { Button, Table, type TableProps } from 'antd';
import { Link } from 'react-router';
import { ProblemError } from '../../../api/problem.js';
import type { Incident } from '../../../api/wire.js';
import { formatInstant } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { useOfficer } from '../../../layout/session-context.js';
import { useIncidents, useRetryIncident } from '../api/incidents.js';
import { incidentWords } from '../words.js';
import { useToast } from '../../../components/toast.js';

export function IncidentsPage() {
  const words = useWords(incidentWords);
  const text = useText();
  const { language } = useLanguage();
  const officer = useOfficer();
  const toast = useToast();
  const incidents = useIncidents();
  const retry = useRetryIncident();
  const onRetry = (id: string) =>
    retry.mutate(id, {
      onSuccess: () => toast.success(words.retried),
      onError: (error) =>
        toast.warning(error instanceof ProblemError ? text(error.problem.title) : String(error)),
    });
  const columns: TableProps<Incident>['columns'] = [
    {
      title: words.ticket,
      render: (_, incident) =>
        incident.reportId ? (
          <Link to={`/cases/${incident.reportId}`} className="ticket">
            {incident.ticket ?? incident.reportId}
          </Link>
        ) : (
          '–'
        ),
    },
    { title: words.step, responsive: ['sm'], dataIndex: 'element' },
    { title: words.message, dataIndex: 'message' },
    {
      title: words.openedAt,
      responsive: ['md'],
      render: (_, incident) => formatInstant(incident.openedAt, language),
    },
    {
      title: '',
      align: 'right',
      render: (_, incident) =>
        officer.role === 'admin' && (
          <Button
            size="small"
            loading={retry.isPending && retry.variables === incident.id}
            onClick={() => onRetry(incident.id)}
          >
            {words.retry}
          </Button>
        ),
    },
  ];
  return (
    <Page title={words.title} lead={words.lead}>
      {incidents.error && <ProblemAlert error={incidents.error} onRetry={() => void incidents.refetch()} />}
      <Table<Incident>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={incidents.data?.items ?? []}
        loading={incidents.isPending}
        pagination={false}
        locale={{ emptyText: words.none }}
      />
    </Page>
  );
}
