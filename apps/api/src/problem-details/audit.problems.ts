import type { ExplanationRejection, NotarisedRejection } from '#libs/audit';
import type { ProblemTable } from '#libs/http';

/**
 * Why an auditor is not shown something of the notarised log, or not told what it means. Places are counted from 0, as
 * in the proofs.
 */
export const auditProblems: ProblemTable<NotarisedRejection | ExplanationRejection> = {
  'item-unknown': {
    status: 404,
    title: 'Sökvägen leder inte till något',
    detail: ({ path, near }) =>
      `Nämnden har inget på ${path}, eller hade det inte vid den tid som frågan avser.` +
      (near.length > 0 ? ` Det som finns: ${near.join(', ')}.` : ''),
  },
  'paragraph-unknown': {
    status: 404,
    title: 'Paragrafen är inte registrerad',
    detail: ({ citation }) =>
      `Ingen har registrerat ${citation}, och inget vilar på den, vid den tid som frågan avser.`,
  },
  'not-notarised-yet': {
    status: 404,
    title: 'Loggen är inte underskriven så långt än',
    detail: ({ size, signedSize, signedAt, alarmed }) =>
      `Notarien har tagit in ${size} händelser och skrivit under ${signedSize} av dem${signedAt === null ? '' : `, senast ${signedAt}`}. ` +
      (alarmed ? 'Den står still efter ett larm: se /health/ready.' : 'Försök igen om en minut.'),
  },
  'notary-without-key': {
    status: 409,
    title: 'Notarien saknar nyckel',
    detail: () =>
      'Den här servern har ingen nyckel att skriva under med, och inget underskrivet att visa. Den som driver Paragraf anger den i PARAGRAF_NOTARY_KEY eller PARAGRAF_NOTARY_KEY_FILE.',
  },
  'checkpoint-missing': {
    status: 404,
    title: 'Loggen skrevs inte under vid den storleken',
    detail: ({ size, signedSize }) =>
      `Det finns inget kontrollvärde för ${size} händelser. Det senaste gäller ${signedSize}; de andra står i …/audit/checkpoints.`,
  },
  'event-beyond-size': {
    status: 422,
    title: 'Händelsen registrerades efter kontrollvärdet',
    detail: ({ index, size }) =>
      `Händelsen har plats ${index}, och kontrollvärdet gäller de första ${size}. Ange ett senare kontrollvärdes storlek, eller utelämna size.`,
  },
  'sizes-out-of-order': {
    status: 422,
    title: 'Storlekarna står i fel ordning',
    detail: ({ from, to }) =>
      `En logg av ${to} händelser kan inte ha vuxit ur en av ${from}. Byt from och to.`,
  },
  'log-altered': {
    status: 409,
    title: 'Loggen är inte den som notarien har skrivit under',
    detail: ({ index }) =>
      `Händelsen på plats ${index} är inte den som notariserades: loggen har ändrats. Kontakta den som svarar för revisionen.`,
  },
};
