import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What to do when one of the given bytes passes by. */
export interface Meddling {
  /** Bytes that a client sends. Must not be split, as a message that fits into one packet is not. */
  readonly whenSent: Buffer;
  /**
   * - `cut`: they never arrive, and the connection is gone.
   * - `cut before the answer`: they arrive; when `answer` comes back, the connection is gone.
   * - `hold`: what came before them arrives; they wait until {@link MeddlingProxy.release}.
   */
  readonly action: 'cut' | 'cut before the answer' | 'hold';
  readonly answer?: Buffer;
  /** How often; always unless told. */
  readonly times?: number;
}

/** Stands between a client and a server on loopback and gets in the way of certain messages. */
export class MeddlingProxy {
  /** Resolves when a message is held. */
  readonly held: Promise<void>;
  private readonly released: Promise<void>;
  private onHeld!: () => void;
  private onReleased!: () => void;
  private readonly sockets = new Set<Socket>();
  private left: number;

  private constructor(
    private readonly server: Server,
    private readonly target: { readonly host: string; readonly port: number },
    private readonly meddling: Meddling,
  ) {
    this.left = meddling.times ?? Infinity;
    this.held = new Promise((resolve) => (this.onHeld = resolve));
    this.released = new Promise((resolve) => (this.onReleased = resolve));
    server.on('connection', (client) => this.serve(client));
  }

  static async start(target: { host: string; port: number }, meddling: Meddling): Promise<MeddlingProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new MeddlingProxy(server, target, meddling);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  release(): void {
    this.onReleased();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private serve(client: Socket): void {
    const server = connect(this.target);
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', cut).on('close', cut);
    }
    let awaitsAnswer = false;
    client.on('data', (bytes) => {
      const at = bytes.indexOf(this.meddling.whenSent);
      if (at < 0 || this.left === 0) return void server.write(bytes);
      this.left -= 1;
      if (this.meddling.action === 'cut') return cut();
      if (this.meddling.action === 'hold') return void this.hold(client, server, bytes, at);
      awaitsAnswer = true;
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      const isAnswer = awaitsAnswer && bytes.includes(this.meddling.answer ?? '');
      if (isAnswer) cut();
      else client.write(bytes);
    });
  }

  private async hold(client: Socket, server: Socket, bytes: Buffer, at: number): Promise<void> {
    client.pause();
    server.write(bytes.subarray(0, at));
    this.onHeld();
    await this.released;
    server.write(bytes.subarray(at));
    client.resume();
  }
}
