/** Takes the attachments of one report to the server, before the report that names them. */
import type { KeptFile } from './entries.js';

/** The server, as attachments need it. */
export interface FileLine {
  /** Under the id that the report names it by: sent twice, it is still one attachment. */
  upload(file: KeptFile & { begunBy: string; content: Uint8Array<ArrayBuffer> }): Promise<unknown>;
}

export interface FileShelf {
  all(): Promise<KeptFile[]>;
  read(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  uploaded(file: KeptFile): Promise<void>;
}

/** Those that the server has already are not sent again. `onUploading` tells which one is under way. */
export async function uploadFiles(
  report: { id: string; begunBy: string },
  { line, shelf, onUploading }: { line: FileLine; shelf: FileShelf; onUploading(id: string | null): void },
): Promise<void> {
  try {
    for (const file of await shelf.all()) {
      if (file.reportId !== report.id || file.isUploaded) continue;
      const content = await shelf.read(file.id);
      // Tampered with: the server says of the report that it names an attachment that nobody has.
      if (!content) continue;
      onUploading(file.id);
      await line.upload({ ...file, content, begunBy: report.begunBy });
      await shelf.uploaded(file);
    }
  } finally {
    onUploading(null);
  }
}
