import type { ReadModelResult } from '#libs/proof';

/** What is not known of the read models in a bundle of so many events. */
export function readModelReservations(
  readModels: readonly ReadModelResult[],
  size: number,
): readonly string[] {
  const unchecked = readModels.filter(({ verdict }) => verdict === 'not-checked').length;
  return [
    ...(unchecked > 0 ? [`Att läsmodellerna visar vad händelserna ger: ${unchecked} är inte jämförda.`] : []),
    ...readModels.flatMap((readModel) => [...behind(readModel, size), ...notComparable(readModel, size)]),
  ];
}

function behind({ name, version, events, haltedAt }: ReadModelResult, size: number): readonly string[] {
  if (version === null || events >= size) return [];
  const why = haltedAt === null ? 'låg efter' : `hade stannat vid händelsen ${haltedAt}`;
  return [`Läsmodellen ${name} ${why} och visade ${events} av ${size} händelser.`];
}

function notComparable(
  { name, version, events, verdict, detail }: ReadModelResult,
  size: number,
): readonly string[] {
  switch (verdict) {
    case 'not-built':
      return [`Läsmodellen ${name} var inte byggd.`];
    case 'other-version':
      return [`Läsmodellen ${name} är byggd av version ${version}, som det här programmet inte har.`];
    case 'beyond-the-checkpoint':
      return [`Läsmodellen ${name} visade ${events} händelser, men bara ${size} är underskrivna.`];
    case 'not-foldable':
      return [`Läsmodellen ${name} går inte att räkna fram här: ${detail ?? ''}`];
    default:
      return [];
  }
}
