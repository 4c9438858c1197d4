import { ConnectionStringError, parseConnectionString } from './connection-string.js';

const defaults = {
  discover: false,
  tls: true,
  credentials: undefined,
  tlsCAFile: undefined,
  userCertFile: undefined,
  userKeyFile: undefined,
  connectionName: undefined,
  numbers: {},
};
const one = [{ address: 'es.alingsas.se', port: 2113 }];

describe('a connection string', () => {
  it.each(['esdb', 'kurrentdb', 'kurrent'])('may have the scheme %s', (scheme) => {
    expect(parseConnectionString(`${scheme}://es.alingsas.se`)).toEqual({ ...defaults, hosts: one });
    expect(parseConnectionString(`${scheme}+discover://es.alingsas.se:2113/`)).toEqual({
      ...defaults,
      hosts: one,
      discover: true,
    });
  });

  it('names user and password, percent-encoded', () => {
    const { credentials } = parseConnectionString('esdb://paragraf:%C3%A5%3A%40@es.alingsas.se');
    expect(credentials).toEqual({ username: 'paragraf', password: 'å:@' });
  });

  it('names several servers and options, whatever their case', () => {
    const text =
      'esdb://a:1,b:2,c?TLS=true&TLSCaFile=our%20ca.pem&KeepAliveInterval=20000&nodePreference=leader';
    expect(parseConnectionString(text)).toEqual({
      ...defaults,
      hosts: [
        { address: 'a', port: 1 },
        { address: 'b', port: 2 },
        { address: 'c', port: 2113 },
      ],
      tlsCAFile: 'our ca.pem',
      numbers: { keepAliveInterval: 20_000 },
    });
  });

  it('may do without certificates where nobody logs in', () => {
    expect(parseConnectionString('esdb://localhost:2113?tls=false')).toMatchObject({ tls: false });
  });

  it.each([
    ['no scheme that is known', 'https://localhost', 'is not like'],
    ['nothing at all', '', 'is not like'],
    ['a host without a port', 'esdb://localhost:', 'host:port'],
    ['a host with two ports', 'esdb://localhost:1:2', 'host:port'],
    ['a password that is never sent', 'esdb://admin:secret@localhost?tls=false', 'no password is ever sent'],
    ['tls that is neither on nor off', 'esdb://localhost?tls=maybe', 'tls that is not true or false'],
    ['certificates that are not verified', 'esdb://admin:secret@localhost?tlsVerifyCert=false', 'tlsCAFile'],
    ['followers', 'esdb://admin:secret@localhost?nodePreference=follower', 'leader'],
    ['answers instead of errors', 'esdb://admin:secret@localhost?throwOnAppendFailure=false', 'true'],
    ['an option that is not known', 'esdb://admin:secret@localhost?nothing=1', '"nothing"'],
    ['a number that is none', 'esdb://admin:secret@localhost?gossipTimeout=long', 'gossipTimeout'],
    ['a certificate without its key', 'esdb://localhost?userCertFile=a.pem', 'userKeyFile'],
    ['a question mark in the password', 'esdb://admin:1?secret=1@localhost', 'is not like'],
    ['a wrong percent sign', 'esdb://admin:secret%@localhost', 'percent-encoded'],
  ])('with %s is refused, and not repeated', (_, text, hint) => {
    const parse = () => parseConnectionString(text);
    expect(parse).toThrow(ConnectionStringError);
    expect(parse).toThrow(hint);
    expect(parse).not.toThrow('secret');
  });
});
