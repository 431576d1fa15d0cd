import type { Text } from '@lampid/domain/rules/finding';

/** A file that cannot be compared because it cannot be understood whole. */
export class UnreadableFile extends Error {
  readonly text: Text;

  constructor(
    /** File name inside the bundle. */
    readonly file: string,
    reason: string,
  ) {
    const line = reason.split('\n')[0]!.slice(0, 300);
    super(`${file} cannot be read: ${line}`);
    this.name = 'UnreadableFile';
    this.text = { id: `${file} tidak dapat dibaca: ${line}`, en: this.message };
  }
}
