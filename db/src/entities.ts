/** Every class that typeorm maps. A new entity is added here. */
import { AreaEntity } from './reference/area-entity.js';
import { ConfigurationEntity } from './reference/configuration-entity.js';
import { HolidayEntity } from './reference/holiday-entity.js';
import { AttachmentContentEntity, AttachmentEntity } from './reporting/attachment-entity.js';
import { ReportEntity } from './reporting/report-entity.js';
import { ReportRevisionEntity } from './reporting/report-revision-entity.js';
import { SiakPostingEntity } from './integration/siak-posting-entity.js';
import { MessageEntity } from './notification/message-entity.js';

export const ENTITIES = [
  AreaEntity,
  ConfigurationEntity,
  HolidayEntity,
  AttachmentEntity,
  AttachmentContentEntity,
  ReportEntity,
  ReportRevisionEntity,
  SiakPostingEntity,
  MessageEntity,
];
