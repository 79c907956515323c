import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** How a receiver takes a call: with a status, a delay, headers; never answering, never ending its answer, or hanging up. */
export interface Manner {
  status?: number;
  delayMs?: number;
  headers?: Record<string, string>;
  body?: string;
  does?: 'answer' | 'stall' | 'drip' | 'hang-up';
}

/** A real HTTP server on loopback that keeps what it is sent. */
export class Receiver {
  readonly received: Received[] = [];
  /** What it does with the next calls. */
  manner: Manner | ((call: Received) => Manner) = {};
  /** How many calls it had open at once, at most. */
  mostAtOnce = 0;
  #open = 0;
  readonly #sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('connection', (socket) => {
      receiver.#sockets.add(socket);
      socket.once('close', () => receiver.#sockets.delete(socket));
    });
    server.on('request', (call, answer) => {
      receiver.mostAtOnce = Math.max(receiver.mostAtOnce, ++receiver.#open);
      answer.once('close', () => receiver.#open--);
      const pieces: Buffer[] = [];
      call.on('data', (piece: Buffer) => pieces.push(piece));
      call.on('end', () => {
        const got = { path: call.url ?? '', headers: call.headers, body: Buffer.concat(pieces).toString('utf8') };
        receiver.received.push(got);
        const manner = typeof receiver.manner === 'function' ? receiver.manner(got) : receiver.manner;
        if (manner.does === 'hang-up') return void call.socket.destroy();
        if (manner.does === 'stall') return;
        setTimeout(() => {
          answer.writeHead(manner.status ?? 200, manner.headers);
          if (manner.does === 'drip') answer.write('so far');
          else answer.end(manner.body ?? 'ok');
        }, manner.delayMs ?? 0);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** As OUTGOING_ALLOW names it. */
  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  /** Ends every connection, whatever waits for an answer on it. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.hangUp();
    await new Promise<void>((done) => this.server.close(() => done()));
  }
}
