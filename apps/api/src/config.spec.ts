import { newNotaryKey } from '#libs/notary';
import { keyTypes, printVerifierKey, verifierKey } from '#libs/proof';
import { logKey, witnessKey } from '#libs/proof/testing';
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
      notary: { run: true, key: null, keyFile: null, origin: 'paragraf.local', witnesses: [] },
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

  const log = printVerifierKey(verifierKey('paragraf.local/alingsas', keyTypes.ed25519, logKey));
  const [first, second] = ['vittne.example', 'revisor.example/v'].map((name) =>
    printVerifierKey(verifierKey(name, keyTypes.cosignature, witnessKey)),
  );

  it('take any number of witnesses', () => {
    const text = `${first}=https://vittne.example/,\n ${second}=http://127.0.0.1:7380/v`;
    expect(readConfig({ PARAGRAF_WITNESSES: text }).notary.witnesses).toMatchObject([
      { key: { name: 'vittne.example' }, url: 'https://vittne.example' },
      { key: { name: 'revisor.example/v' }, url: 'http://127.0.0.1:7380/v' },
    ]);
  });

  it.each([
    [`${first}`, 'Vittne 1 är inte skrivet som nyckel=adress.'],
    [`https://vittne.example=${first}`, 'Vittne 1 är inte skrivet som nyckel=adress.'],
    [
      `${first}=http://a ${second?.replace('+', 'a+')}=http://b`,
      'Vittne 2 har en nyckel som är fel avskriven; hämta den med paragraf witness --show-key.',
    ],
    [
      `${log}=http://a`,
      'Vittne 1 har nyckeln till en logg, inte till ett vittne; hämta den med paragraf witness --show-key.',
    ],
    [
      `${first}=ftp://a`,
      'Vittne 1 ska ha en adress som https://vittne.example, utan lösenord, frågetecken och nummertecken.',
    ],
    [`${first}=http://a ${first}=http://b`, 'Vittne 2 är redan nämnt.'],
  ])('say which witness is wrong, and how: %s', (text, sentence) => {
    expect(() => readConfig({ PARAGRAF_WITNESSES: text })).toThrow(
      `PARAGRAF_WITNESSES ska vara ${settings.PARAGRAF_WITNESSES.form}. ${sentence}`,
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
