/** The trigger of 0016 that follows who heads a card, in a register that is filled at once. */
export const headsKeptWhileFilling = /* sql */ `
-- Its plan may be made while the register is still empty, and is kept: reading all residents must never look cheap.
alter function registry.keep_head() set enable_seqscan = off;
`;
