/** Of a long list of equally high rows those that must be there: the ones in view and some around them. Pure. */
export interface RowWindow {
  /** First and last row to draw, the last not included. */
  from: number;
  to: number;
  /** Height in px that stands for the rows above and below. */
  above: number;
  below: number;
}

/** Rows drawn beyond each edge, so that a fast wheel does not outrun them. */
const BEYOND = 12;

export function rowWindow(list: {
  count: number;
  rowHeight: number;
  scrollTop: number;
  viewHeight: number;
}): RowWindow {
  const { count, rowHeight, scrollTop, viewHeight } = list;
  const first = Math.floor(scrollTop / rowHeight);
  const inView = Math.ceil(viewHeight / rowHeight) + 1;
  const from = Math.max(0, Math.min(first, count) - BEYOND);
  const to = Math.min(count, first + inView + BEYOND);
  return { from, to, above: from * rowHeight, below: (count - to) * rowHeight };
}
