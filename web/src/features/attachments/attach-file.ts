/** Takes a chosen file to the server, or to this device while the server is away. */
import { fileKind, isFileFault, MAX_FILE_BYTES } from '@lampid/domain/documents/file-kind';
import type { Text } from '@lampid/domain/rules/finding';
import { isLineUp } from '../../api/line.js';
import { ProblemError } from '../../api/problem.js';
import type { KeptFiles } from '../offline/kept-files.js';
import { uploadAttachment } from './api/upload-attachment.js';
import { attachmentWords } from './words.js';

/** Answers the attachment's id. @throws ProblemError that says what is wrong with the file, or in the way */
export async function attachFile(
  file: File,
  here: Pick<KeptFiles, 'keep'> | undefined,
  line = { isUp: isLineUp, upload: uploadAttachment },
): Promise<string> {
  if (file.size > MAX_FILE_BYTES) throw refused(attachmentWords.tooLarge);
  const kind = fileKind({
    content: new Uint8Array(await file.arrayBuffer()),
    ...{ name: file.name, declared: file.type },
  });
  if (isFileFault(kind)) throw refused(attachmentWords[kind === 'unknown' ? 'unknownKind' : 'otherKind']);
  if (here && !line.isUp()) return here.keep(file);
  try {
    return (await line.upload(file)).id;
  } catch (error) {
    const isAway = error instanceof ProblemError && (error.status === 0 || error.status >= 502);
    if (!here || !isAway) throw error;
    return here.keep(file);
  }
}

const refused = (title: Text) => new ProblemError({ status: 422, title, detail: null, errors: [] });
