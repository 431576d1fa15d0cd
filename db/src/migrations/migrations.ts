import { KernelAndContexts1763800000001 } from './0001-kernel-and-contexts.js';
import { MonthlyClosing1763800000005 } from './0005-monthly-closing.js';

/** In order. A class each, never a file pattern: what runs is what was compiled. */
export const MIGRATIONS = [KernelAndContexts1763800000001, MonthlyClosing1763800000005];
