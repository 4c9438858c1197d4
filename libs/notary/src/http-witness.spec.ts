import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cosign, keyTypes, parseNote, printNote, signCheckpoint, verifierKey } from '#libs/proof';
import { logKey, otherKey, witnessKey } from '#libs/proof/testing';
import { HttpWitness } from './http-witness.adapter.js';
import type { StoredCheckpoint } from './notarised-log.js';

const root = Buffer.alloc(32, 7);
const note = signCheckpoint({ origin: 'notarie.example/alingsas', size: 7, root }, logKey);
const { text } = parseNote(note);
const signedAt = new Date('2026-11-23T05:22:18.123Z');
const checkpoint: StoredCheckpoint = { tenant: 'alingsas', size: 7, root, note, signedAt };
const key = verifierKey('vittne.example', keyTypes.cosignature, witnessKey);
const never = new AbortController().signal;
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server that answers in its own way, and a witness that is asked there. */
async function answering(listener: RequestListener, timeoutMs?: number): Promise<HttpWitness> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return new HttpWitness({ key, url }, { timeoutMs });
}

const cosignedBy = (witness: HttpWitness, signal = never) =>
  witness.cosign({ checkpoint, consistencyFrom: async () => [] }, signal);

const line = (privateKey = witnessKey, of = text) =>
  printNote({ text, signatures: [cosign(of, 'vittne.example', privateKey, 1_764_000_000)] }).slice(
    text.length + 1,
  );

describe('a witness over HTTP', () => {
  it.each<[string, RequestListener, string]>([
    ['garbage', (_, response) => response.end('<html>'), 'it answered no signature of its own that holds'],
    [
      'the signature of somebody else',
      (_, response) => response.end(line(otherKey)),
      'it answered no signature of its own that holds',
    ],
    [
      'a signature of something else',
      (_, response) => response.end(line(witnessKey, text.replace('7', '8'))),
      'it answered no signature of its own that holds',
    ],
    [
      'without end',
      (_, response) => {
        const more = () => void (response.write('x'.repeat(8_192)) && setImmediate(more));
        response.on('drain', more);
        more();
      },
      'it answered more than 16384 bytes',
    ],
    [
      'another size each time',
      (request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => void (body += chunk.toString()));
        request.on('end', () => {
          const [, oldSize = '0'] = /^old (\d+)/.exec(body) ?? [];
          response.writeHead(409, { 'content-type': 'text/x.tlog.size' });
          response.end(`${(Number(oldSize) + 1) % 3}\n`);
        });
      },
      'it named another size each time, 4 times',
    ],
    [
      'that it is elsewhere',
      (_, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
      'it answered 307',
    ],
    ['nothing, and hangs up', (request) => request.socket.destroy(), 'other side closed'],
  ])('is not taken at its word where it answers %s', async (_, listener, reason) => {
    await expect(cosignedBy(await answering(listener))).rejects.toThrow(reason);
  });

  it('is not waited for longer than told', async () => {
    await expect(cosignedBy(await answering(() => undefined, 20))).rejects.toThrow('no answer within 0.02 s');
    const half = await answering((_, response) => void response.write('—'), 20);
    await expect(cosignedBy(half)).rejects.toThrow('no answer within 0.02 s');
  });

  it('is waited for no longer once nobody wants to know', async () => {
    const stopping = new AbortController();
    const witness = await answering(() => stopping.abort());
    await expect(cosignedBy(witness, stopping.signal)).rejects.toThrow('aborted');
  });

  it('is away where nobody answers', async () => {
    const witness = await answering(() => undefined);
    const [server] = servers.splice(0);
    server?.close();
    await expect(cosignedBy(witness)).rejects.toThrow('ECONNREFUSED');
  });
});
