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

export const MAX_ATTACHMENT_BYTES = 5 * 1024 * 1024;
export const ATTACHMENT_TYPES = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png';

/** Where a browser opens an attachment or an issued document. */
export function documentAddress(id: string): string {
  return `/api/v1/documents/${encodeURIComponent(id)}`;
}
