import type { ProblemTable } from './problem-table.js';
import type { RequestRejection } from './request-rejection.js';

/** How requests are refused for their own sake. */
export const requestProblems: ProblemTable<RequestRejection> = {
  'invalid-request': {
    status: 400,
    title: 'Begäran har fel',
    detail: () => 'En eller flera uppgifter i begäran kan inte tas emot. Se errors. Inget har registrerats.',
  },
  'malformed-json': {
    status: 400,
    title: 'Begäran är inte giltig JSON',
    detail: ({ line, column }) =>
      `JSON-texten bryter mot formatet på rad ${line}, tecken ${column}. Inget har registrerats.`,
  },
  'invalid-utf8': {
    status: 400,
    title: 'Begäran är inte giltig UTF-8',
    detail: () => 'Skicka texten kodad i UTF-8. Inget har registrerats.',
  },
  'json-too-deep': {
    status: 400,
    title: 'Begäran är för djupt nästlad',
    detail: ({ maxDepth }) => `JSON-texten får ha högst ${maxDepth} nivåer. Inget har registrerats.`,
  },
  'body-too-large': {
    status: 413,
    title: 'Begäran är för stor',
    detail: ({ maxBytes }) =>
      `Begäran får vara högst ${maxBytes} byte. Dela upp den. Inget har registrerats.`,
  },
  'body-length-mismatch': {
    status: 400,
    title: 'Begäran kom inte fram hel',
    detail: () => 'Innehållet har en annan längd än Content-Length anger. Inget har registrerats.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Formatet tas inte emot',
    detail: () => 'Skicka application/json i UTF-8, utan komprimering. Inget har registrerats.',
  },
  'not-acceptable': {
    status: 406,
    title: 'Formatet finns inte',
    detail: ({ offered }) => `Svaret finns som ${offered.join(', ')}. Ange något av dem i Accept.`,
  },
  'malformed-url': {
    status: 400,
    title: 'Adressen är felskriven',
    detail: () => 'Adressen har en procentkodning som inte går att läsa som UTF-8.',
  },
  'uri-too-long': {
    status: 414,
    title: 'Adressen är för lång',
    detail: () => 'En del av adressen är längre än något id här kan vara.',
  },
  'route-not-found': {
    status: 404,
    title: 'Adressen finns inte',
    detail: ({ path }) =>
      path.length > 1 && path.endsWith('/')
        ? `${path} finns inte. Adresser skrivs utan avslutande snedstreck. Se /docs.`
        : `${path} finns inte. Se /docs för vad som finns.`,
  },
  'method-not-allowed': {
    status: 405,
    title: 'Metoden kan inte användas här',
    detail: ({ method, allowed }) => `${method} kan inte användas på adressen, men ${allowed.join(', ')}.`,
  },
  'not-found': {
    status: 404,
    title: 'Uppgiften finns inte',
    detail: () => 'Inget är registrerat här, eller inget gällde eller var känt vid den tid som frågan avser.',
  },
  'event-too-large': {
    status: 413,
    title: 'Uppgiften är för stor för att registreras',
    detail: ({ bytes, maxBytes }) =>
      `Den blir ${bytes} byte i loggen, och högst ${maxBytes} får plats. Inget har registrerats.`,
  },
  'events-recorded-otherwise': {
    status: 409,
    title: 'Uppgiften är redan delvis registrerad',
    detail: () =>
      'Samma nyckel har använts för något som registrerades på annat sätt. Välj en ny Idempotency-Key.',
  },
  'read-model-behind': {
    status: 503,
    title: 'Vyn har inte hunnit ikapp',
    detail: () =>
      'Det som registrerats är i säkert förvar, men vyn visar det inte än. Fråga igen om en stund.',
  },
  'read-model-halted': {
    status: 503,
    title: 'Vyn står still',
    detail: ({ readModel }) =>
      `Vyn ${readModel} kan inte ta in en händelse och väntar på åtgärd. Det som registrerats är i säkert förvar.`,
  },
  'event-store-unavailable': {
    status: 503,
    title: 'Händelselagret svarar inte',
    detail: () =>
      'Det är inte säkert om något registrerades. Upprepa med samma Idempotency-Key, så registreras det bara en gång.',
  },
  'database-unavailable': {
    status: 503,
    title: 'Databasen svarar inte',
    detail: () =>
      'Försök igen om en stund. Upprepa med samma Idempotency-Key, så registreras det bara en gång.',
  },
  'request-refused': {
    status: 400,
    title: 'Begäran kan inte tas emot',
    detail: ({ status }) =>
      `Servern avvisade begäran (HTTP ${status}) innan den lästes. Inget har registrerats.`,
  },
  'internal-error': {
    status: 500,
    title: 'Något gick fel i Paragraf',
    detail: ({ correlationId }) => `Felet är loggat. Uppge ${correlationId} vid felanmälan.`,
  },
};
