import { KernelAndContexts1763800000001 } from './0001-kernel-and-contexts.js';
import { SignedFiles1763800000006 } from './0006-signed-files.js';

/** In order. A class each, never a file pattern: what runs is what was compiled. */
export const MIGRATIONS = [KernelAndContexts1763800000001, SignedFiles1763800000006];
