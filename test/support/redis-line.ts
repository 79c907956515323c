import { connect, createServer, type Server, type Socket } from 'node:net';

const INFO = /\$4\r\ninfo\r\n/gi;

/**
 * A line to a Redis that can be made to break at an exact point: ioredis asks each new connection once for `INFO`, and
 * whoever asks a second time over the same one is BullMQ, which wants the version before it does anything.
 */
export class RedisLine {
  /** While set, a second `INFO` is not passed on; the connection breaks instead. */
  breaks = false;
  broken = 0;
  readonly #sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async to(port: number): Promise<RedisLine> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const line = new RedisLine(server, `redis://127.0.0.1:${(server.address() as { port: number }).port}`);
    server.on('connection', (near) => line.#join(near, connect(port, '127.0.0.1')));
    return line;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  #join(near: Socket, far: Socket): void {
    let asked = 0;
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
    far.on('data', (chunk) => near.write(chunk));
    near.on('data', (chunk) => {
      asked += chunk.toString('latin1').match(INFO)?.length ?? 0;
      if (asked < 2 || !this.breaks) return void far.write(chunk);
      this.broken++;
      near.destroy();
    });
  }
}
