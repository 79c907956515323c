import { connect } from 'node:net';

/**
 * A small HTTP load: `connections` sockets, one call at a time on each, until `count` calls are answered. It parses no
 * more than it must, so that what is measured is the server. Returns calls per second; a status other than 2xx throws.
 */
export async function load({ port, connections, count, request }) {
  let given = 0;
  const started = performance.now();
  const one = () =>
    new Promise((done, fail) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let waiting = '';
      const next = () => {
        if (given >= count) return socket.end(done);
        socket.write(request(given++));
      };
      socket.setEncoding('latin1');
      socket.on('connect', next);
      socket.on('error', fail);
      socket.on('data', (chunk) => {
        waiting += chunk;
        const head = waiting.indexOf('\r\n\r\n');
        if (head < 0) return;
        const length = /\r\ncontent-length: (\d+)/i.exec(waiting.slice(0, head));
        if (!length) return fail(new Error(`No Content-Length in: ${waiting.slice(0, head)}`));
        if (waiting.length < head + 4 + Number(length[1])) return;
        if (!/^HTTP\/1\.1 2/.test(waiting)) return fail(new Error(waiting.slice(0, 600)));
        waiting = '';
        next();
      });
    });
  await Promise.all(Array.from({ length: connections }, one));
  return count / ((performance.now() - started) / 1000);
}

/** The bytes of one call. */
export function call(method, path, key, body) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const length =
    body === undefined ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${key}\r\n${length}\r\n${text}`;
}
