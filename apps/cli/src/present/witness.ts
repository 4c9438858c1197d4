import type { Refused, WitnessedLog, WitnessFaultFacts } from '#libs/witness';

/** What a witness has seen of a log, one line and one for each alarm. */
export function seenLines({ origin, cosigned, size, refused, refusedFile }: WitnessedLog): readonly string[] {
  const signed =
    cosigned === 0 ? 'inget bevittnat ännu' : `${size} händelser bevittnade, i ${cosigned} kontrollvärden`;
  if (refused.length === 0) return [`${origin}: ${signed}. Inget talar emot loggen.`];
  return [
    `${origin}: ${signed}. Underlaget till larmen finns i ${refusedFile}.`,
    ...refused.map((each) => alarmLine(origin, each)),
  ];
}

export function alarmLine(origin: string, refused: Refused): string {
  return `LARM ${refused.at} ${origin}: ${contradictions[refused.contradiction](refused)}`;
}

const contradictions: Readonly<Record<Refused['contradiction'], (refused: Refused) => string>> = {
  split: ({ size }) =>
    `loggens nyckel har skrivit under två olika historier om ${size} händelser. Historien har skrivits om eller visas olika för olika.`,
  'rolled-back': ({ size, lastSize }) =>
    `en logg med ${size} händelser visades, som inte är bevittnad, fast ${lastSize} är det. Loggen kan ha återställts till ett äldre läge.`,
  'not-shown-to-grow': ({ size, lastSize }) =>
    `en logg med ${size} händelser visades utan bevis för att den börjar med de ${lastSize} bevittnade.`,
};

type Fault<Code> = Extract<WitnessFaultFacts, { readonly code: Code }>;

const faults: { readonly [Code in WitnessFaultFacts['code']]: (facts: Fault<Code>) => string } = {
  'folder-in-use': ({ pid, host, lock }) =>
    `Mappen används redan av process ${pid} på ${host}. Stoppa den först. Om den inte finns: ta bort ${lock}.`,
  'folder-unusable': ({ folder, reason }) => `Mappen ${folder} går inte att använda: ${reason}.`,
  'key-missing': ({ file }) =>
    `Vittnets nyckel ${file} saknas. Utan den är det ett annat vittne: börja om i en ny mapp.`,
  'key-malformed': ({ file }) => `${file} är inte vittnets Ed25519-nyckel.`,
  'name-differs': ({ name, given }) => `Vittnet heter ${name} och kan inte byta namn till ${given}.`,
  'no-witness': ({ folder }) => `Det finns inget vittne i ${folder}.`,
  'no-logs': () => 'Vittnet känner inga loggar. Ange loggens verifieringsnyckel med --log.',
  'log-name-too-long': ({ origin }) => `Loggens namn är för långt: ${origin}.`,
  'memory-damaged': ({ file, reason }) =>
    `Vittnets minne är skadat eller återställt: ${file}. Det skriver inte under mer; börja om i en ny mapp. (${reason})`,
  'address-in-use': ({ address }) => `Adressen ${address} används redan. Ange en annan med --listen.`,
  'address-unusable': ({ address, reason }) => `Det går inte att lyssna på ${address}: ${reason}.`,
};

/** Why a witness does not work, and what to do about it. */
export function faultSentence(facts: WitnessFaultFacts): string {
  const tell = faults[facts.code] as (facts: WitnessFaultFacts) => string;
  return tell(facts);
}
