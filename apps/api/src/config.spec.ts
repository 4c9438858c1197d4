import { newNotaryKey } from '#libs/notary';
import { readConfig } from './config.js';
import { settings } from './settings.js';

describe('the settings', () => {
  it('have a default each, or mean something when left out', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      eventStoreUrl: null,
      dataDir: './data',
      notary: { run: true, key: null, keyFile: null, origin: 'paragraf.local' },
      actor: { id: 'local', role: 'committeeSecretary', committee: null },
      logLevel: 'info',
      maxBodyBytes: 1_048_576,
    });
  });

  it('are read from the environment', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://u:p@db:5432/paragraf',
      PARAGRAF_ACTOR_COMMITTEE: 'SN',
      PARAGRAF_LOG_LEVEL: 'warn',
    });

    expect(config).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      databaseUrl: 'postgres://u:p@db:5432/paragraf',
    });
    expect(config).toMatchObject({ actor: { committee: 'SN' }, logLevel: 'warn' });
  });

  it.each(['esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'])(
    'take an event store of the scheme %s',
    (scheme) => {
      const url = `${scheme}://paragraf:hemligt@es.alingsas.se:2113?tlsCAFile=ca.pem`;
      expect(readConfig({ EVENTSTORE_URL: url })).toMatchObject({ eventStoreUrl: url });
    },
  );

  it('count as left out when empty', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'localhost'],
    ['DATABASE_URL', 'mysql://u@db/paragraf'],
    ['DATABASE_URL', 'postgres://u@db'],
    ['EVENTSTORE_URL', 'http://localhost:2113'],
    ['EVENTSTORE_URL', 'esdb://'],
    ['EVENTSTORE_URL', 'esdb://admin:hemligt@localhost?tls=false'],
    ['EVENTSTORE_URL', 'esdb://localhost?nodePreference=follower'],
    ['PARAGRAF_ACTOR_ID', 'Anna Svensson'],
    ['PARAGRAF_ACTOR_ID', '19121212-1212'],
    ['PARAGRAF_ACTOR_ROLE', 'role 1'],
    ['PARAGRAF_ACTOR_COMMITTEE', 'socialnämnden'],
    ['PARAGRAF_LOG_LEVEL', 'verbose'],
    ['PARAGRAF_NOTARY', 'yes'],
    ['PARAGRAF_NOTARY_KEY', 'hemligt'],
    ['PARAGRAF_NOTARY_KEY_FILE', 'a\0b'],
    ['PARAGRAF_ORIGIN', 'https://paragraf.alingsas.se'],
    ['PARAGRAF_ORIGIN', 'paragraf.alingsas.se/'],
    ['PARAGRAF_ORIGIN', 'Paragraf'],
    ['PARAGRAF_ORIGIN', 'para graf'],
    ['PARAGRAF_ORIGIN', 'a+b'],
    ['PARAGRAF_MAX_BODY_BYTES', '1'],
  ] as const)('are refused where they are malformed: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(`${name} ska vara ${settings[name].form}.`);
  });

  it('take the key of the notary from one place', () => {
    const key = newNotaryKey();
    expect(readConfig({ PARAGRAF_NOTARY_KEY: key, PARAGRAF_NOTARY: 'off' })).toMatchObject({
      notary: { run: false, key, keyFile: null },
    });
    expect(() => readConfig({ PARAGRAF_NOTARY_KEY: key, PARAGRAF_NOTARY_KEY_FILE: 'key.pem' })).toThrow(
      'Ange PARAGRAF_NOTARY_KEY eller PARAGRAF_NOTARY_KEY_FILE, inte båda.',
    );
  });

  it('are refused together, without their values', () => {
    const environment = { DATABASE_URL: 'hemligt', EVENTSTORE_URL: 'esdb://u:hemligt@h?tls=false' };
    const read = () => readConfig({ PORT: 'x', ...environment, PARAGRAF_DATADIR: '/data' });

    expect(read).toThrow(
      /PORT ska vara .* DATABASE_URL ska vara .* EVENTSTORE_URL ska vara .* PARAGRAF_DATADIR är ingen inställning/,
    );
    expect(read).not.toThrow(/hemligt/);
  });
});
