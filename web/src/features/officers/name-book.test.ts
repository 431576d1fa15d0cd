import { describe, expect, it, vi } from 'vitest';
import { NameBook, type SpokenName } from './name-book.js';

const DADANG: SpokenName = { username: 'supervisor.coblong', name: 'Dadang Hidayat', shared: false };
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

function bookOf(names: SpokenName[]) {
  const ask = vi.fn((usernames: string[]) =>
    Promise.resolve(names.filter(({ username }) => usernames.includes(username))),
  );
  let time = 0;
  return { ask, book: new NameBook(ask, () => time), pass: (ms: number) => (time += ms) };
}

describe('the name book', () => {
  it('asks once for all that a page comes upon, and tells who listens', async () => {
    const { ask, book } = bookOf([DADANG, { username: 'a', name: 'Ani', shared: false }]);
    const heard = vi.fn();
    book.subscribe(heard);
    expect([book.nameOf('supervisor.coblong'), book.nameOf('a'), book.nameOf('a')]).toEqual([
      ...['supervisor.coblong', 'a', 'a'],
    ]);
    await settle();
    expect(ask.mock.calls).toEqual([[['supervisor.coblong', 'a']]]);
    expect(heard).toHaveBeenCalledTimes(1);
    expect([book.nameOf('supervisor.coblong'), book.nameOf('a')]).toEqual(['Dadang Hidayat', 'Ani']);
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('puts the user name beside a name that two bear, and alone where nobody is named', async () => {
    const { ask, book } = bookOf([{ ...DADANG, shared: true }]);
    book.nameOf('supervisor.coblong');
    book.nameOf('warga.lain');
    await settle();
    expect(book.nameOf('supervisor.coblong')).toBe('Dadang Hidayat (supervisor.coblong)');
    expect(book.nameOf('warga.lain')).toBe('warga.lain');
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks again for what is old and shows it meanwhile, and for what it could not ask', async () => {
    const { ask, book, pass } = bookOf([DADANG]);
    ask.mockRejectedValueOnce(new Error('no line'));
    book.nameOf('supervisor.coblong');
    await settle();
    expect(book.nameOf('supervisor.coblong')).toBe('supervisor.coblong');
    await settle();
    expect(book.nameOf('supervisor.coblong')).toBe('Dadang Hidayat');
    pass(600_000);
    expect(book.nameOf('supervisor.coblong')).toBe('Dadang Hidayat');
    await settle();
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('asks for no more at once than the server tells', async () => {
    const { ask, book } = bookOf([]);
    for (let at = 0; at < 51; at += 1) book.nameOf(`user${at}`);
    await settle();
    expect(ask.mock.calls.map(([usernames]) => usernames.length)).toEqual([50, 1]);
  });
});
