import { MODEL_FILE_NAME } from '@lampid/domain/model-files';
import { z } from '../http/zod.js';

export const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** One file of a bundle as it is sent in; what it may hold is judged when it is stored, compared or deployed. */
export const resourceSchema = z.strictObject({
  name: z
    .string()
    .regex(
      MODEL_FILE_NAME,
      'Hanya berkas .bpmn, .dmn dan .form dapat diubah di sini | Only .bpmn, .dmn and .form files can be changed here',
    ),
  content: z.string().min(1).max(MAX_FILE_BYTES),
});

export const resourcesSchema = z.array(resourceSchema).min(1).max(50);
