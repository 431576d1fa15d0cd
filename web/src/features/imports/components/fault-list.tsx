import type { ImportFault } from '@lampid/domain/registry/import/fault';
import { Button, Table, type TableProps } from 'antd';
import { commonWords } from '../../../components/words.js';
import { LabelTag } from '../../../components/label-tag.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { useText, useWords } from '../../../i18n/language.js';
import { useImportFaults, type ImportSummary } from '../api/imports.js';
import { importWords } from '../words.js';

export function FaultList({ found }: { found: ImportSummary }) {
  const words = useWords(importWords);
  const common = useWords(commonWords);
  const text = useText();
  const faults = useImportFaults(found);
  const items = faults.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: TableProps<ImportFault>['columns'] = [
    { title: words.row, dataIndex: 'row', align: 'right', width: 80 },
    { title: words.column, width: 160, render: (_, { column }) => column ?? words.wholeFamily },
    { title: words.message, render: (_, { message }) => text(message) },
    {
      title: words.kind,
      width: 120,
      responsive: ['sm'],
      render: (_, { severity }) => (
        <LabelTag tone={severity === 'E' ? 'bad' : 'wait'}>
          {severity === 'E' ? words.error : words.warning}
        </LabelTag>
      ),
    },
  ];
  return (
    <section aria-labelledby="import-faults">
      <h2 id="import-faults" className="imports-heading">
        {words.faultsTitle}
      </h2>
      {faults.error && <ProblemAlert error={faults.error} onRetry={() => void faults.refetch()} />}
      <Table<ImportFault>
        rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
        size="small"
        columns={columns}
        dataSource={items}
        loading={faults.isPending}
        pagination={false}
      />
      {faults.hasNextPage && (
        <Button
          className="imports-more"
          loading={faults.isFetchingNextPage}
          onClick={() => void faults.fetchNextPage()}
        >
          {common.loadMore}
        </Button>
      )}
    </section>
  );
}
