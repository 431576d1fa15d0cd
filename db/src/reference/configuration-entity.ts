import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'reference', name: 'configuration' })
export class ConfigurationEntity {
  /** A key of `configuration-keys.ts`. */
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'jsonb' })
  value!: unknown;

  @Column({ type: 'text', name: 'updated_by' })
  updatedBy!: string;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date;
}
