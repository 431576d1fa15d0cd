import { codeName } from '@lampid/domain/codes';
import { Table, type TableProps } from 'antd';
import { QueryState } from '../../../components/query-state.js';
import { useWords } from '../../../i18n/language.js';
import { useImportPreview, type ImportSummary, type PreviewLine } from '../api/imports.js';
import { importWords } from '../words.js';

/** The first lines as they were understood. */
export function PreviewLines({ found }: { found: ImportSummary }) {
  const words = useWords(importWords);
  const preview = useImportPreview(found);
  const columns: TableProps<PreviewLine>['columns'] = [
    { title: words.row, dataIndex: 'row', align: 'right', width: 80 },
    { title: 'KK', dataIndex: 'cardNumber', responsive: ['md'] },
    { title: 'NIK', dataIndex: 'nik', responsive: ['sm'] },
    { title: words.name, dataIndex: 'name' },
    { title: words.born, dataIndex: 'birthDate', width: 80 },
    { title: 'SHDK', responsive: ['sm'], render: (_, { relation }) => codeName('shdk', relation) },
    { title: words.area, dataIndex: 'areaCode', responsive: ['lg'] },
  ];
  return (
    <section aria-labelledby="import-preview">
      <h2 id="import-preview" className="imports-heading">
        {words.firstRows}
      </h2>
      <QueryState query={preview}>
        {(data) => (
          <Table<PreviewLine>
            rowKey="row"
            size="small"
            columns={columns}
            dataSource={data.preview}
            pagination={false}
          />
        )}
      </QueryState>
    </section>
  );
}
