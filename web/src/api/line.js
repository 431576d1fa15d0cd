/** Whether the server answers, as the calls of this page find it. What the browser says (`onLine`) is only a hint: a cable may lead nowhere. */
const PROBE_MS = [1_000, 3_000, 5_000];
/** Far longer than an answer takes, short enough that a dead line is noticed. */
const PROBE_TIMEOUT_MS = 8_000;
const listeners = new Set();
let up = typeof navigator === 'undefined' || navigator.onLine !== false;
let probes = 0;
let isProbing = false;
let timer;
export function isLineUp() {
    return up;
}
/** Told when the line goes or comes back. Answers how to stop listening. */
export function onLineChange(listener) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
}
/** The server has answered. */
export function lineFound() {
    clearTimeout(timer);
    timer = undefined;
    become(true);
}
/** A call got no answer: from now on the server is asked until it gives one. */
export function lineLost() {
    become(false);
    if (timer !== undefined || isProbing)
        return;
    probes = 0;
    probeLater();
}
function probeLater() {
    const pause = PROBE_MS[Math.min(probes++, PROBE_MS.length - 1)];
    timer = setTimeout(() => void probe(), pause);
}
async function probe() {
    clearTimeout(timer);
    timer = undefined;
    if (isProbing)
        return;
    isProbing = true;
    const isAnswered = await fetch('/healthz', {
        cache: 'no-store',
        signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    })
        .then(({ status }) => !isGatewayFault(status))
        .catch(() => false);
    isProbing = false;
    if (isAnswered)
        lineFound();
    else if (!up)
        probeLater();
}
/** Answered by what stands before the server, in its place. */
export function isGatewayFault(status) {
    return status === 502 || status === 504;
}
function become(now) {
    if (up === now)
        return;
    up = now;
    for (const listener of listeners)
        listener();
}
if (typeof window !== 'undefined') {
    window.addEventListener('offline', lineLost);
    window.addEventListener('online', () => void probe());
    if (!up)
        lineLost();
}
//# sourceMappingURL=line.js.map