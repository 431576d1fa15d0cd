import { DownloadOutlined } from '@ant-design/icons';
import type { BookTable } from '@lampid/domain/ledger/book-table';
import { Button, Card, Flex } from 'antd';
import { QueryState } from '../../../components/query-state.js';
import { useLanguage, useText, useWords } from '../../../i18n/language.js';
import { bookFile, useBook, type BookId, type BookQuestion } from '../api/books.js';
import { recapWords } from '../words.js';

/** A book in the heads of its printed form; wide ones scroll inside of their own box. */
export function BookView({ book, question }: { book: BookId; question: BookQuestion }) {
  const text = useText();
  const found = useBook(book, question);
  return (
    <>
      <BookFiles book={book} question={question} />
      <QueryState query={found}>
        {({ tables, title }) =>
          tables.map((table, index) => (
            <Card
              key={index}
              size="small"
              className="next-card"
              title={table.caption ? text(table.caption) : title}
            >
              <PrintedTable table={table} />
            </Card>
          ))
        }
      </QueryState>
    </>
  );
}

export function BookFiles({ book, question }: { book: BookId; question: BookQuestion }) {
  const words = useWords(recapWords);
  return (
    <Flex gap={8} wrap className="recap-files">
      <Button icon={<DownloadOutlined aria-hidden />} href={bookFile(book, 'xlsx', question)}>
        {words.sheet}
      </Button>
      <Button icon={<DownloadOutlined aria-hidden />} href={bookFile(book, 'pdf', question)}>
        {words.paper}
      </Button>
    </Flex>
  );
}

function PrintedTable({ table }: { table: BookTable }) {
  const words = useWords(recapWords);
  const text = useText();
  const { language } = useLanguage();
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  if (table.lines.length === 0) return <p>{words.empty}</p>;
  return (
    <div className="recap-scroll" tabIndex={0} role="region" aria-label={words.table}>
      <table className="recap-table recap-book">
        <thead>
          {table.head.map((cells, level) => (
            <tr key={level}>
              {cells.map((cell, index) => (
                <th key={index} scope="col" colSpan={cell.columns ?? 1} rowSpan={cell.rows ?? 1}>
                  {text(cell.text)}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.lines.map(({ cells, strong }, line) => (
            <tr key={line} className={strong ? 'recap-strong' : undefined}>
              {cells.map((value, column) => (
                <td key={column} className={typeof value === 'number' ? undefined : 'recap-text'}>
                  {typeof value === 'number' ? value.toLocaleString(locale) : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
