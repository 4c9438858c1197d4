import { parseCitation } from '#libs/kernel';
import type { Reference } from './reference.js';
import type { DemoRequest } from './request.js';

/** The municipality, its committees and the registered paragraphs. */
export function registerRequests({ municipality, committees, decisions }: Reference): DemoRequest[] {
  return [
    {
      what: municipality.name,
      path: `/${municipality.id}`,
      body: { name: municipality.name, effectiveOn: firstDay },
    },
    ...committees.map(({ code, name }) => ({
      what: name,
      path: `/${municipality.id}/committees`,
      body: { code, name, validFrom: firstDay },
    })),
    ...decisions.map(({ citation, subject }) => {
      const { body, date, paragraph } = parsed(citation);
      const path = `/${municipality.id}/committees/${body}/decisions`;
      return { what: `${citation}: ${subject}`, path, body: { date, paragraph, subject } };
    }),
  ];
}

/** The documents do not say since when the committees exist; the earliest paragraph they cite is of 2019. */
const firstDay = '2019-01-01';

function parsed(citation: string) {
  const parts = parseCitation(citation);
  if (!parts) throw new Error(`"${citation}" in the reference figures is no citation.`);
  return parts;
}
