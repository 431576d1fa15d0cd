import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportStatus } from '@lampid/domain/report-status';

@Entity({ schema: 'reporting', name: 'report' })
export class ReportEntity {
  /** The case's business key in the engine as well. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** `LMP-L-3273021004-20261122-0001`; null while it is a draft. */
  @Column({ type: 'text', nullable: true })
  ticket!: string | null;

  /** Id of the event type. */
  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text', default: 'draft' })
  status!: ReportStatus;

  /** Feed order (transaction, position) of the step that set the status: an older step never overwrites a newer one. */
  @Column({ type: 'numeric', name: 'status_order_tx', default: 0 })
  statusOrderTx!: string;

  @Column({ type: 'bigint', name: 'status_order_pos', default: 0 })
  statusOrderPos!: string;

  /** Kelurahan that reported. */
  @Column({ type: 'text', name: 'area_code' })
  areaCode!: string;

  /** Current revision of the data: core, `documents` and `extra`. */
  @Column({ type: 'jsonb' })
  data!: Record<string, unknown>;

  /** 0 = a draft that was never submitted. */
  @Column({ type: 'int', default: 0 })
  revision!: number;

  /** Name of the case in lists. */
  @Column({ type: 'text', default: '' })
  title!: string;

  @Column({ type: 'text', name: 'search_text', default: '' })
  searchText!: string;

  @Column({ type: 'date', name: 'event_date', nullable: true })
  eventDate!: string | null;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** Root instance in the engine, from the feed. */
  @Column({ type: 'text', name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column({ type: 'text', name: 'definition_id', nullable: true })
  definitionId!: string | null;

  @Column({ type: 'text', nullable: true })
  traceparent!: string | null;

  @Column({ type: 'timestamptz', name: 'cancel_requested_at', nullable: true })
  cancelRequestedAt!: Date | null;

  @Column({ type: 'text', name: 'cancel_reason', nullable: true })
  cancelReason!: string | null;

  /** Counts changes: an update names the version it was made from. */
  @Column({ type: 'int', default: 1 })
  version!: number;
}
