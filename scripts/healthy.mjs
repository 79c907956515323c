// Exit code 0 when the desk in this container answers on /readyz; for HEALTHCHECK, where there is no curl.
const url = `http://127.0.0.1:${process.env.PORT || 3000}/readyz`;
const answer = await fetch(url, { signal: AbortSignal.timeout(4000) }).catch((error) => ({ ok: false, status: error }));
if (!answer.ok) console.error(`${url}: ${answer.status}`);
process.exit(answer.ok ? 0 : 1);
