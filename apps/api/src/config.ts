import { settings, type Config, type Setting } from './settings.js';
import { StartupError } from './startup-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting from the environment and nothing else does. Throws one {@link StartupError} that names all
 * settings at fault, misspelt ones included; the values, which may be secrets, stay out of it.
 */
export function readConfig(environment: Environment = process.env): Config {
  const faults: string[] = [];
  const read = <Value>(setting: Setting<Value>): Value | null => {
    const text = environment[setting.name] || setting.default;
    if (text === null) return null;
    const value = setting.parse(text);
    if (value === null) faults.push(faultIn(setting, text));
    return value;
  };
  const actor = {
    id: read(settings.PARAGRAF_ACTOR_ID) ?? '',
    role: read(settings.PARAGRAF_ACTOR_ROLE) ?? '',
    committee: read(settings.PARAGRAF_ACTOR_COMMITTEE),
  };
  const config: Config = {
    host: read(settings.HOST) ?? '',
    port: read(settings.PORT) ?? 0,
    databaseUrl: read(settings.DATABASE_URL),
    eventStoreUrl: read(settings.EVENTSTORE_URL),
    dataDir: read(settings.PARAGRAF_DATA_DIR) ?? '',
    notary: {
      run: read(settings.PARAGRAF_NOTARY) === 'on',
      key: read(settings.PARAGRAF_NOTARY_KEY),
      keyFile: read(settings.PARAGRAF_NOTARY_KEY_FILE),
      origin: read(settings.PARAGRAF_ORIGIN) ?? '',
      witnesses: read(settings.PARAGRAF_WITNESSES) ?? [],
    },
    actor,
    logLevel: read(settings.PARAGRAF_LOG_LEVEL) ?? 'info',
    maxBodyBytes: read(settings.PARAGRAF_MAX_BODY_BYTES) ?? 0,
  };
  if (config.notary.key !== null && config.notary.keyFile !== null) {
    faults.push('Ange PARAGRAF_NOTARY_KEY eller PARAGRAF_NOTARY_KEY_FILE, inte båda.');
  }
  faults.push(...misspelt(environment));
  if (faults.length > 0) throw new StartupError(faults.join(' '));
  return config;
}

function faultIn({ name, form, faultIn: detail }: Setting, text: string): string {
  return `${name} ska vara ${form}. ${detail?.(text) ?? ''}`.trimEnd();
}

/** A setting that nobody reads would look as if it held. */
function misspelt(environment: Environment): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('PARAGRAF_') && !(name in settings))
    .map((name) => `${name} är ingen inställning i Paragraf.`);
}
