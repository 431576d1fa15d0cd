import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'reference', name: 'area' })
export class AreaEntity {
  /** Dotted: `32`, `32.73`, `32.73.02`, `32.73.02.1004`. */
  @PrimaryColumn({ type: 'text' })
  code!: string;

  @Column({ type: 'text', nullable: true })
  parent!: string | null;

  @Column({ type: 'text' })
  name!: string;

  /** 1 province, 2 regency or city, 3 kecamatan, 4 kelurahan or desa. */
  @Column({ type: 'smallint' })
  level!: number;

  @Column({ type: 'boolean' })
  active!: boolean;

  /** NIKs keep codes that are no longer in use: an area that ended stays, inactive. */
  @Column({ type: 'date', name: 'valid_until', nullable: true })
  validUntil!: string | null;
}
