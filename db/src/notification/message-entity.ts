import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ schema: 'notification', name: 'message' })
export class MessageEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column({ type: 'uuid', name: 'report_id', nullable: true })
  reportId!: string | null;

  /** `mail` goes out by SMTP, `desk` is shown where its recipient is signed in. */
  @Column({ type: 'text' })
  channel!: 'mail' | 'desk';

  /** E-mail address, username or group. */
  @Column({ type: 'text' })
  recipient!: string;

  @Column({ type: 'text' })
  template!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text', default: 'pending' })
  state!: 'pending' | 'sent' | 'failed';

  @Column({ type: 'int', default: 0 })
  attempts!: number;

  @Column({ type: 'timestamptz', name: 'next_at', default: () => 'now()' })
  nextAt!: Date;

  @Column({ type: 'text', name: 'work_id', nullable: true })
  workId!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column({ type: 'text', name: 'last_error', nullable: true })
  lastError!: string | null;
}
