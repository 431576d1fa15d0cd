/** The outcome that sends a report back into the process with new data (DESIGN, "HTTP face"). */
export const RESUBMIT = 'resubmit';
