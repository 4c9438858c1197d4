import type { Cosignature } from '#libs/proof';

export function cosignatureSentence({ witness, signedAt }: Cosignature): string {
  return `Vittnet ${witness} skrev under kontrollvärdet ${signedAt}, enligt sin egen klocka.`;
}

/** `missing`: at least one witness. */
export function notWitnessed(missing: readonly string[]): string {
  const names = missing.join(' och ');
  return missing.length === 1
    ? `Vittnet ${names} har inte skrivit under kontrollvärdet, eller underskriften håller inte.`
    : `Vittnena ${names} har inte skrivit under kontrollvärdet, eller underskrifterna håller inte.`;
}
