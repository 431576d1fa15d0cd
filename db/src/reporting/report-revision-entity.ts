import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The data as it was submitted or decided on, once for each submission and each decision that changed it. */
@Entity({ schema: 'reporting', name: 'report_revision' })
export class ReportRevisionEntity {
  @PrimaryColumn({ type: 'uuid', name: 'report_id' })
  reportId!: string;

  @PrimaryColumn({ type: 'int' })
  revision!: number;

  @Column({ type: 'jsonb' })
  data!: Record<string, unknown>;

  /** Form that the data was entered with, and the version of the model it came from. */
  @Column({ type: 'text', name: 'form_id', nullable: true })
  formId!: string | null;

  @Column({ type: 'text', name: 'definition_id', nullable: true })
  definitionId!: string | null;

  @Column({ type: 'text', name: 'made_by' })
  madeBy!: string;

  @Column({ type: 'timestamptz', name: 'made_at', default: () => 'now()' })
  madeAt!: Date;
}
