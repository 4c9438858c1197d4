import { parseConnectionString } from '#libs/event-store';
import type { Actor } from '#libs/kernel';
import { parseNotaryKey, type WitnessAt } from '#libs/notary';
import { readWitnesses } from './witnesses.js';

/** Everything that can be set, read and checked once at the start. */
export interface Config {
  /** Address that the server listens on; loopback unless told, since today's only actor is a local one. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** PostgreSQL connection string; null for the embedded database in {@link Config.dataDir}. */
  readonly databaseUrl: string | null;
  /** EventStoreDB connection string; null where the log stands in the database too. */
  readonly eventStoreUrl: string | null;
  readonly dataDir: string;
  readonly notary: NotaryConfig;
  /** Who is recorded as the actor of every command. */
  readonly actor: Actor;
  readonly logLevel: LogLevel;
  /** Largest request body in bytes. */
  readonly maxBodyBytes: number;
}

export interface NotaryConfig {
  /** Whether this process notarises the logs; several may. */
  readonly run: boolean;
  /** The private key as text, or else the file that has it; at most one of them. */
  readonly key: string | null;
  readonly keyFile: string | null;
  /** What the names of the municipalities' logs begin with. */
  readonly origin: string;
  /** Who is asked to cosign what this process signs. */
  readonly witnesses: readonly WitnessAt[];
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A setting in words, for the documentation and for refusals. */
export interface Setting<Value = unknown> {
  readonly name: string;
  /** As it would be written; null where leaving it out means something of its own. */
  readonly default: string | null;
  /** Swedish. */
  readonly description: string;
  /** The value, or null where the text is none. */
  readonly parse: (text: string) => Value | null;
  /** What is taken, in Swedish, ending the sentence "NAME ska vara …". */
  readonly form: string;
  /** What is wrong with a text that is no value, as a Swedish sentence without any of it; where more can be said. */
  readonly faultIn?: (text: string) => string;
}

export const settings = {
  PORT: {
    name: 'PORT',
    default: '3000',
    description: 'Port som servern lyssnar på; 0 ger en ledig port.',
    form: 'ett heltal från 0 till 65535',
    parse: (text) => integer(text, 0, 65_535),
  },
  HOST: {
    name: 'HOST',
    default: '127.0.0.1',
    description:
      'Adress som servern lyssnar på. Den som når adressen får registrera: öppna den bara bakom en inloggning.',
    form: 'en IP-adress eller ett värdnamn',
    parse: (text) => (/^[A-Za-z0-9.:_-]{1,255}$/.test(text) ? text : null),
  },
  DATABASE_URL: {
    name: 'DATABASE_URL',
    default: null,
    description: 'Egen PostgreSQL, version 15 eller senare. Utelämnad: den inbyggda, i PARAGRAF_DATA_DIR.',
    form: 'en adress som postgres://användare:lösenord@värd:5432/databas',
    parse: postgresUrl,
  },
  EVENTSTORE_URL: {
    name: 'EVENTSTORE_URL',
    default: null,
    description:
      'Egen EventStoreDB eller KurrentDB, version 22.10 eller senare, för händelserna; läsmodellerna står kvar i PostgreSQL. Utelämnad: PostgreSQL för båda.',
    form: 'en adress som esdb://användare:lösenord@värd:2113?tlsCAFile=ca.pem, även esdb+discover, kurrentdb och kurrentdb+discover; ett lösenord kräver TLS',
    parse: eventStoreUrl,
  },
  PARAGRAF_DATA_DIR: {
    name: 'PARAGRAF_DATA_DIR',
    default: './data',
    description: 'Mapp där den inbyggda databasen sparar allt.',
    form: 'en sökväg',
    parse: path,
  },
  PARAGRAF_NOTARY: {
    name: 'PARAGRAF_NOTARY',
    default: 'on',
    description:
      'on eller off: om processen notariserar loggen. Flera processer kan göra det; off lämnar det till en annan eller till paragraf notary.',
    form: 'on eller off',
    parse: (text) => (text === 'on' || text === 'off' ? text : null),
  },
  PARAGRAF_NOTARY_KEY: {
    name: 'PARAGRAF_NOTARY_KEY',
    default: null,
    description:
      'Notariens privata nyckel, Ed25519 i PKCS#8 som PEM eller base64. Utelämnad, liksom PARAGRAF_NOTARY_KEY_FILE: den inbyggda databasen får en i PARAGRAF_DATA_DIR; med DATABASE_URL skriver ingen under.',
    form: 'en privat Ed25519-nyckel i PKCS#8, som PEM eller base64',
    parse: (text) => (parseNotaryKey(text) ? text : null),
  },
  PARAGRAF_NOTARY_KEY_FILE: {
    name: 'PARAGRAF_NOTARY_KEY_FILE',
    default: null,
    description: 'Fil med samma nyckel, läsbar bara för den användare som kör Paragraf.',
    form: 'en sökväg',
    parse: path,
  },
  PARAGRAF_ORIGIN: {
    name: 'PARAGRAF_ORIGIN',
    default: 'paragraf.local',
    description:
      'Vad namnen på kommunernas loggar börjar med i det som notarien skriver under, som paragraf.alingsas.se. Med ett annat namn är det en annan logg för den som granskar: bestäm det före första starten.',
    form: 'ett namn av a–z, 0–9, punkt och bindestreck som paragraf.alingsas.se, utan https://; delar efter snedstreck får följa',
    parse: (text) => (originPattern.test(text) ? text : null),
  },
  PARAGRAF_WITNESSES: {
    name: 'PARAGRAF_WITNESSES',
    default: null,
    description:
      'Vittnen som ombeds skriva under varje kontrollvärde, som nyckel=adress med mellanslag eller komma mellan dem. Nyckeln är den som paragraf witness --show-key visar. Utelämnad: inga.',
    form: 'vittnen med mellanslag eller komma mellan dem, vart och ett som nyckel=adress',
    parse: (text) => witnessesOrFault(text).witnesses,
    faultIn: (text) => witnessesOrFault(text).fault,
  },
  PARAGRAF_ACTOR_ID: {
    name: 'PARAGRAF_ACTOR_ID',
    default: 'local',
    description: 'Pseudonymt id för den som registrerar; aldrig ett namn eller personnummer.',
    form: '1–100 tecken av a–z, A–Z, 0–9, punkt, bindestreck och understreck',
    parse: (text) => (/^[A-Za-z0-9._-]{1,100}$/.test(text) && !personalNumber.test(text) ? text : null),
  },
  PARAGRAF_ACTOR_ROLE: {
    name: 'PARAGRAF_ACTOR_ROLE',
    default: 'committeeSecretary',
    description: 'Roll som registreringen sker i.',
    form: '1–50 bokstäver, som committeeSecretary, controller eller auditor',
    parse: (text) => (/^[A-Za-z]{1,50}$/.test(text) ? text : null),
  },
  PARAGRAF_ACTOR_COMMITTEE: {
    name: 'PARAGRAF_ACTOR_COMMITTEE',
    default: null,
    description: 'Nämnd som registreringen sker för. Utelämnad: hela kommunen.',
    form: 'en nämnds kod med versaler, som SN',
    parse: (text) => (/^[A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,9}$/.test(text) ? text : null),
  },
  PARAGRAF_LOG_LEVEL: {
    name: 'PARAGRAF_LOG_LEVEL',
    default: 'info',
    description: `Hur mycket som loggas: ${logLevels.join(', ')}.`,
    form: `något av ${logLevels.join(', ')}`,
    parse: (text) => logLevels.find((level) => level === text) ?? null,
  },
  PARAGRAF_MAX_BODY_BYTES: {
    name: 'PARAGRAF_MAX_BODY_BYTES',
    default: '1048576',
    description: 'Största begäran i byte.',
    form: 'ett heltal från 1024 till 104857600',
    parse: (text) => integer(text, 1_024, 104_857_600),
  },
} as const satisfies Readonly<Record<string, Setting>>;

const originPattern = /^(?=.{1,200}$)[a-z0-9]+(?:[.-][a-z0-9]+)*(?:\/[a-z0-9._-]+)*$/;

const personalNumber = /\d{6}-?\d{4}/;

function integer(text: string, min: number, max: number): number | null {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return value >= min && value <= max ? value : null;
}

function witnessesOrFault(text: string) {
  const read = readWitnesses(text);
  return typeof read === 'string' ? { witnesses: null, fault: read } : { witnesses: read, fault: '' };
}

function path(text: string): string | null {
  return text.includes('\0') ? null : text;
}

export function postgresUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, pathname } = new URL(text);
  const isPostgres = protocol === 'postgres:' || protocol === 'postgresql:';
  return isPostgres && hostname !== '' && pathname.length > 1 ? text : null;
}

/** The client's own objections are in English and for programmers; the setting's form says what is taken. */
export function eventStoreUrl(text: string): string | null {
  try {
    parseConnectionString(text);
    return text;
  } catch {
    return null;
  }
}
