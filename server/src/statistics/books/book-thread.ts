/** The thread that makes one book: its order comes as the thread's data, the file goes back as its only message. */
import { parentPort, workerData } from 'node:worker_threads';
import { bookToPdf } from './book-to-pdf.js';
import { bookToSheet } from './book-to-sheet.js';
import type { PrintOrder } from './print-book.js';

const { book, format, today } = workerData as PrintOrder;
parentPort!.postMessage(format === 'xlsx' ? await bookToSheet(book) : await bookToPdf(book, { today }));
