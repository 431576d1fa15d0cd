import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'reference', name: 'holiday' })
export class HolidayEntity {
  @PrimaryColumn({ type: 'date' })
  day!: string;

  @Column({ type: 'text' })
  name!: string;
}
