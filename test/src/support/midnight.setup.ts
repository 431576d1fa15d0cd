/**
 * Tests ask about today and this month, and make what they ask about: a file that began yesterday would look for it on the wrong day. When midnight in Jakarta is
 * near, a file waits until it has passed.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, jakartaInstant, todayJakarta } from '@lampid/domain/dates';

/** Longer than any file takes. */
const NEAR_MS = 300_000;

const now = new Date();
const left = jakartaInstant(addDays(todayJakarta(now), 1)).getTime() - now.getTime();
if (left < NEAR_MS) await sleep(left + 1_000);
