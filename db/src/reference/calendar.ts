import { officeCalendar, type OfficeCalendar } from '@lampid/domain/calendar';
import type { DataSource } from 'typeorm';
import { remembered } from '../kernel/remembered.js';
import { configurationValues } from './configuration.js';
import { HolidayEntity } from './holiday-entity.js';

const FIVE_MINUTES = 300_000;

const calendar = remembered(FIVE_MINUTES, async (dataSource): Promise<OfficeCalendar> => {
  const [holidays, values] = await Promise.all([
    dataSource.getRepository(HolidayEntity).find({ select: { day: true } }),
    configurationValues(dataSource),
  ]);
  return {
    ...officeCalendar(holidays.map((holiday) => holiday.day)),
    opensAt: minutesOf(values['office.opensAt']),
    closesAt: minutesOf(values['office.closesAt']),
  };
});

/** Working days and hours of this office; a changed holiday is seen within five minutes. */
export async function loadCalendar(dataSource: DataSource): Promise<OfficeCalendar> {
  return calendar.get(dataSource);
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours! * 60 + minutes!;
}
