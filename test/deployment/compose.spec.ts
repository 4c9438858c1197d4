import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { settings } from '../../apps/api/src/settings.js';
import { parseConnectionString } from '../../libs/event-store/src/eventstoredb/connection-string.js';
import { environmentOf, eventStoreUrl, houseFindings, schemaFindings, serviceNames } from './compose-file.js';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFile(resolve(root, path), 'utf8');

describe.each(['docker-compose.yml', 'docker-compose.cluster.yml'])('%s', (path) => {
  it('is a compose file', async () => {
    expect(schemaFindings(await read(path))).toEqual([]);
  });

  it('is as careful as the house', async () => {
    expect(houseFindings(await read(path))).toEqual([]);
  });

  it('tells Paragraf where its log is, in words that it takes', async () => {
    const text = await read(path);
    const { hosts, tls, tlsCAFile } = parseConnectionString(eventStoreUrl(text) ?? '');

    expect(serviceNames(text)).toEqual(expect.arrayContaining(hosts.map(({ address }) => address)));
    expect([tls, tlsCAFile]).toEqual([true, '/trusted/ca.crt']);
  });

  it('sets nothing that Paragraf does not know', async () => {
    const known = ['PGPASSWORD', ...Object.keys(settings)];

    const told = environmentOf(await read(path), 'paragraf');
    expect(told).toContain('EVENTSTORE_URL');
    expect(told.filter((name) => !known.includes(name))).toEqual([]);
  });
});

const service = (lines: string) => `services:\n  one:\n    ${lines.replaceAll('\n', '\n    ')}\n`;

describe('the schema', () => {
  it.each([
    ['a word that is none', service('image: a:1.0\nrestarts: always'), '/services/one'],
    [
      'a condition that is none',
      service('image: a:1.0\ndepends_on: {two: {condition: ready}}'),
      '/services/one',
    ],
    ['a list where there is none', 'services: []', '/services'],
    ['a volume that is a list', `${service('image: a:1.0')}volumes: [a]`, '/volumes'],
  ])('refuses %s', (_, text, place) => {
    expect(schemaFindings(text).join('\n')).toContain(place);
  });
});

const careful = `image: a:1.0
restart: unless-stopped
healthcheck: {test: [CMD, 'true']}
security_opt: [no-new-privileges:true]
cap_drop: [ALL]
environment: {A_PASSWORD: '\${A_PASSWORD:?choose}'}
ports: ['127.0.0.1:1:1']`;

describe('the house', () => {
  it.each([
    ['a:1.0', 'a', 'one: a is not pinned to a version'],
    ['a:1.0', 'a:latest', 'one: a:latest is not pinned to a version'],
    ['a:1.0', 'a:18', 'one: a:18 is not pinned to a version'],
    ["healthcheck: {test: [CMD, 'true']}\n", '', 'one: has no health check'],
    ['security_opt: [no-new-privileges:true]\n', '', 'one: may gain privileges'],
    ['cap_drop: [ALL]', 'cap_drop: [NET_RAW]', 'one: keeps capabilities that it may not need'],
    ['127.0.0.1:', '', 'one: is reached from other machines'],
    ["'${A_PASSWORD:?choose}'", 'secret', 'one: has a secret written down'],
    [':?choose', ':-', 'A_PASSWORD may be empty'],
  ])('objects where %j has become %j', (good, bad, finding) => {
    expect(houseFindings(service(careful))).toEqual([]);
    expect(houseFindings(service(careful.replace(good, bad)))).toEqual([finding]);
  });
});
