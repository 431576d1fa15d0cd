import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'reporting', name: 'attachment' })
export class AttachmentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Hex; names the row of `attachment_content`. */
  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'text', name: 'media_type' })
  mediaType!: string;

  @Column({ type: 'int' })
  bytes!: number;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'text', name: 'uploaded_by' })
  uploadedBy!: string;

  @Column({ type: 'timestamptz', name: 'uploaded_at', default: () => 'now()' })
  uploadedAt!: Date;

  /** Null until a report names it. */
  @Column({ type: 'uuid', name: 'report_id', nullable: true })
  reportId!: string | null;

  @Column({ type: 'text', nullable: true })
  kind!: string | null;
}

/** One row per content: demo attachments and repeated uploads share it. */
@Entity({ schema: 'reporting', name: 'attachment_content' })
export class AttachmentContentEntity {
  @PrimaryColumn({ type: 'text' })
  sha256!: string;

  @Column({ type: 'bytea' })
  content!: Buffer;
}
