import { LabelTag } from '../../../components/label-tag.js';
import { useWords } from '../../../i18n/language.js';
import { keptFileWords } from '../kept-file-words.js';
import type { KeptFile } from '../entries.js';

/** Where an attachment is on its way from this device to the server. */
export function KeptFileTag({ file, isUploading }: { file: KeptFile; isUploading: boolean }) {
  const words = useWords(keptFileWords);
  if (isUploading) return <LabelTag tone="info">{words.uploading}</LabelTag>;
  return file.isUploaded ? (
    <LabelTag tone="good">{words.uploaded}</LabelTag>
  ) : (
    <LabelTag tone="wait">{words.sealedHere}</LabelTag>
  );
}
