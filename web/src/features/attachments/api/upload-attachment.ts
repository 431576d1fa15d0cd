import { http } from '../../../api/http.js';

export interface UploadedAttachment {
  id: string;
  sha256: string;
}

/** pdf, jpg or png by content, at most 5 MB; the API refuses anything else with a problem document. */
export function uploadAttachment(file: File): Promise<UploadedAttachment> {
  const body = new FormData();
  body.append('file', file, file.name);
  return http.post<UploadedAttachment>('/api/v1/attachments', body);
}

/** Under an id made here: sent again after a lost answer, it is still one attachment. */
export function uploadAttachmentAs(file: {
  id: string;
  name: string;
  mediaType: string;
  content: Uint8Array<ArrayBuffer>;
  /** Username: the server refuses it under the sign-in of anybody else. */
  begunBy: string;
}): Promise<UploadedAttachment> {
  const body = new FormData();
  body.append('begunBy', file.begunBy);
  body.append('file', new File([file.content], file.name, { type: file.mediaType }));
  return http.put<UploadedAttachment>(`/api/v1/attachments/${encodeURIComponent(file.id)}`, body);
}

export const ATTACHMENT_TYPES = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png';

/** Where a browser opens an attachment or an issued document. */
export function documentAddress(id: string): string {
  return `/api/v1/documents/${encodeURIComponent(id)}`;
}
