import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Card, Table, Upload, type TableProps } from 'antd';
import { useState } from 'react';
import { formatInstant } from '../../../components/format.js';
import { Page } from '../../../components/page.js';
import { ProblemAlert } from '../../../components/problem-alert.js';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useWords } from '../../../i18n/language.js';
import {
  isOpen,
  MAX_IMPORT_BYTES,
  TEMPLATE_ADDRESS,
  useImports,
  useUploadImport,
  type ImportSummary,
} from '../api/imports.js';
import { importWords } from '../words.js';
import { OfficerName } from '../../officers/officer-name.js';
import { ImportStateTag } from './import-state-tag.js';
import { OpenImport } from './open-import.js';
import './imports-page.css';

/** A sheet of residents comes in: uploaded, checked in the background, looked at, written. */
export function ImportsPage() {
  const words = useWords(importWords);
  const imports = useImports();
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <Button icon={<DownloadOutlined aria-hidden />} href={TEMPLATE_ADDRESS}>
          {words.template}
        </Button>
      }
    >
      <QueryState query={imports}>
        {({ items }) => {
          const [newest] = items;
          // What has just ended stays in sight until the next sheet comes.
          const open = newest && isOpen(newest.state);
          return (
            <div className="imports">
              {!open && <UploadSheet />}
              {newest && <OpenImport found={newest} />}
              <EarlierImports items={newest ? items.slice(1) : []} />
            </div>
          );
        }}
      </QueryState>
    </Page>
  );
}

function UploadSheet() {
  const words = useWords(importWords);
  const upload = useUploadImport();
  const [tooLarge, setTooLarge] = useState(false);
  return (
    <Card title={words.chooseTitle} size="small">
      <p>{words.chooseHint}</p>
      <Upload
        accept=".xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={(file) => {
          setTooLarge(file.size > MAX_IMPORT_BYTES);
          if (file.size <= MAX_IMPORT_BYTES) upload.mutate(file);
          return false;
        }}
      >
        <Button type="primary" icon={<UploadOutlined aria-hidden />} loading={upload.isPending}>
          {words.choose}
        </Button>
      </Upload>
      {tooLarge && <p role="alert">{words.tooLarge}</p>}
      {upload.error && <ProblemAlert error={upload.error} />}
    </Card>
  );
}

function EarlierImports({ items }: { items: ImportSummary[] }) {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const columns: TableProps<ImportSummary>['columns'] = [
    { title: words.startedAt, render: (_, { createdAt }) => formatInstant(createdAt, language) },
    {
      title: words.by,
      responsive: ['md'],
      render: (_, { createdBy }) => <OfficerName of={createdBy} />,
    },
    { title: words.state, render: (_, { state }) => <ImportStateTag state={state} /> },
    { title: words.people, align: 'right', render: (_, { rowsRead }) => rowsRead.toLocaleString(language) },
    {
      title: words.errors,
      align: 'right',
      responsive: ['sm'],
      render: (_, { errors }) => errors.toLocaleString(language),
    },
  ];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="earlier-imports">
      <h2 id="earlier-imports" className="imports-heading">
        {words.earlier}
      </h2>
      <Table<ImportSummary>
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={items}
        pagination={false}
        locale={{ emptyText: words.none }}
      />
    </section>
  );
}
