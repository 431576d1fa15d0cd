/** A book as pages for signing, landscape. */
import { layOutBook, paperOf } from './lay-out-book.js';
import { PdfPages } from './pdf-pages.js';
import type { Book } from './read-book.js';

export async function bookToPdf(book: Book, { today }: { today: string }): Promise<Buffer> {
  const pages = new PdfPages({
    size: paperOf(book).size,
    title: `${book.title} ${book.areaName} ${book.month}`,
  });
  for (const page of layOutBook(book, { pages, today })) pages.draw(page);
  return pages.content();
}
