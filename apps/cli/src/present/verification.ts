import type { Verification } from '#libs/read-model';
import type { TextTable } from './table.js';

/** How each read model compares with the log. */
export function verificationTable(verifications: readonly Verification[]): TextTable {
  return {
    title: 'Läsmodeller jämförda med loggen',
    columns: [
      { heading: 'Läsmodell', align: 'left' },
      { heading: 'Dokument', align: 'right' },
      { heading: 'Skiljer', align: 'right' },
      { heading: 'Resultat', align: 'left' },
    ],
    rows: verifications.map(({ readModel, documents, differences }) => ({
      cells: [
        readModel,
        String(documents),
        String(differences.length),
        differences.length === 0 ? 'överensstämmer' : 'AVVIKER',
      ],
    })),
    notes: [],
  };
}

const problems = {
  missing: 'saknas i läsmodellen',
  extra: 'finns bara i läsmodellen',
  different: 'har ett annat innehåll än loggen ger',
} as const;

/** One line a difference. */
export function differenceLines({ readModel, differences }: Verification): readonly string[] {
  return differences.map(
    ({ tenant, key, problem }) => `${readModel}: ${tenant} ${key} ${problems[problem]}.`,
  );
}
