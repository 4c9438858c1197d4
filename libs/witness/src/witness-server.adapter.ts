import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Answer } from './answer.js';
import { WitnessFault } from './fault.js';

export interface ListenAddress {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

export interface WitnessServer {
  readonly url: string;
  /** Answers what is under way, then ends. */
  stop(): Promise<void>;
}

export interface WitnessServerOptions {
  readonly address: ListenAddress;
  /** Answers the body of an add-checkpoint request. */
  readonly addCheckpoint: (body: string) => Promise<Answer>;
  /** Told of what a request failed with that is no fault of it. */
  readonly onError: (error: unknown) => void;
}

/** A request has at most 63 hashes and a note of a few signatures. */
const maxBodyBytes = 64 * 1_024;
const limits = {
  requestTimeout: 10_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 8_192,
};
const maxConnections = 64;

const plain = (status: number, body: string): Answer => ({ status, contentType: 'text/plain', body });

/** Serves a witness over HTTP (C2SP tlog-witness). */
export async function serveWitness(options: WitnessServerOptions): Promise<WitnessServer> {
  const server = createServer(limits, (request, response) => {
    answerTo(request, options).then(
      (answer) => respond(response, answer),
      (error: unknown) => {
        // Whoever goes away half-way has no fault told.
        if (!request.errored) options.onError(error);
        respond(response, plain(500, 'The witness cannot answer now.\n'));
      },
    );
  });
  server.maxConnections = maxConnections;
  const silent = silentConnections(server);
  await listen(server, options.address);
  const { address, port, family } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return { url: `http://${host}:${port}`, stop: () => stop(server, silent) };
}

async function answerTo(request: IncomingMessage, { addCheckpoint }: WitnessServerOptions): Promise<Answer> {
  const path = request.url?.replace(/\?.*$/, '');
  if (path !== '/add-checkpoint') return plain(404, 'Only /add-checkpoint is answered.\n');
  if (request.method !== 'POST') return plain(405, 'Only POST is answered.\n');
  const bytes = await bodyOf(request);
  if (bytes === null) return plain(413, `A request has at most ${maxBodyBytes} bytes.\n`);
  const body = decoded(bytes);
  return body === null ? plain(400, 'The request is not UTF-8.\n') : addCheckpoint(body);
}

/** Null where it is too large; the rest of it is read and forgotten, so that the sender gets to read the answer. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  let [size, chunks]: [number, Buffer[]] = [0, []];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) chunks = [];
    else chunks.push(chunk);
  }
  return size > maxBodyBytes ? null : Buffer.concat(chunks);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function respond(response: ServerResponse, { status, contentType, body }: Answer): void {
  const bytes = Buffer.from(body);
  const allow = status === 405 ? { allow: 'POST' } : {};
  response.writeHead(status, { 'content-type': contentType, 'content-length': bytes.length, ...allow });
  response.end(bytes);
}

async function listen(server: Server, { host, port }: ListenAddress): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const address = `${host}:${port}`;
    if (code === 'EADDRINUSE') throw new WitnessFault({ code: 'address-in-use', address }, { cause });
    throw new WitnessFault({ code: 'address-unusable', address, reason: message }, { cause });
  }
}

/** The connections that ask nothing just now; the server itself counts those as busy that have not asked yet. */
function silentConnections(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>();
  server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    silent.delete(socket);
    response.once('close', () => {
      if (!server.listening) socket.destroySoon();
      else if (!socket.destroyed) silent.add(socket);
    });
  });
  return silent;
}

async function stop(server: Server, silent: ReadonlySet<Socket>): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  for (const socket of silent) socket.destroy();
  await closed;
}
