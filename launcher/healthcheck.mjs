// For containers: `node launcher/healthcheck.mjs URL` ends with 0 when GET answers 2xx. An optional user and password as
// `http://user:password@...` are sent as basic authentication.
const url = new URL(process.argv[2]);
const headers = url.username
  ? { authorization: `Basic ${btoa(decodeURIComponent(`${url.username}:${url.password}`))}` }
  : {};
url.username = url.password = '';
const answer = await fetch(url, { headers, signal: AbortSignal.timeout(3000) }).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
