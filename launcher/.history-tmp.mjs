// A history stack that stays up until told to stop; prints its addresses.
const root = '/work/h/figures/e-lampid';
const { startHistoryStack } = await import(`${root}/launcher/dist/bench-history/history-stack.js`);
const stopping = new AbortController();
const running = await startHistoryStack({ root, bench: { residents: 150000, reports: 100000, reset: process.argv.includes('--reset'), profile: false }, signal: stopping.signal, say: (t) => console.log(new Date().toISOString(), t) });
const { writeFileSync } = await import('node:fs');
writeFileSync('/tmp/fig/history.json', JSON.stringify({ pid: process.pid, url: running.stack.env.PUBLIC_URL, db: running.stack.env.DATABASE_URL, officers: running.officers }));
console.log('READY', new Date().toISOString());
process.on('SIGTERM', async () => { await running.stop(); process.exit(0); });
setInterval(() => {}, 1000);
