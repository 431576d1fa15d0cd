import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One event as posted to SIAK: sent any number of times, acknowledged once. */
@Entity({ schema: 'integration', name: 'siak_posting' })
export class SiakPostingEntity {
  /** Idempotency key towards SIAK: the registration's id. */
  @PrimaryColumn({ type: 'text', name: 'correlation_id' })
  correlationId!: string;

  @Column({ type: 'uuid', name: 'report_id' })
  reportId!: string;

  @Column({ type: 'uuid', name: 'registration_id' })
  registrationId!: string;

  /** LAHIR, MATI, PINDAH, DATANG, ... */
  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'int', name: 'sent_count', default: 0 })
  sentCount!: number;

  /** First 202. */
  @Column({ type: 'timestamptz', name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  @Column({ type: 'text', name: 'ack_status', nullable: true })
  ackStatus!: 'ACK' | 'NACK' | null;

  @Column({ type: 'text', name: 'ack_code', nullable: true })
  ackCode!: string | null;

  @Column({ type: 'text', name: 'ack_message', nullable: true })
  ackMessage!: string | null;

  @Column({ type: 'text', name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Column({ type: 'timestamptz', name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
