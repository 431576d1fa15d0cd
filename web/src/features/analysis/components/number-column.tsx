import type { TableProps } from 'antd';

/** Nothing known comes before everything else. */
export function ascending(one: number | null, other: number | null): number {
  return (one ?? -1) - (other ?? -1);
}

type Column<Row> = NonNullable<TableProps<Row>['columns']>[number];

/** A sortable column of numbers, told as counts unless `tell` says otherwise. */
export function numberColumn<Row>(
  title: string,
  valueOf: (row: Row) => number | null,
  {
    tell = (value: number | null) => value ?? '–',
  }: { tell?: (value: number | null) => string | number } = {},
): Column<Row> {
  return {
    title,
    align: 'right',
    className: 'analysis-number',
    sorter: (one, other) => ascending(valueOf(one), valueOf(other)),
    sortDirections: ['descend', 'ascend'],
    render: (_, row) => tell(valueOf(row)),
  };
}
